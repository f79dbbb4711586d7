import type { ReactNode } from "react";
import { classes } from "../classes";
import { TINT, type Tone } from "../marks/tone";

export type NoticeProps = {
  tone?: Tone;
  icon?: ReactNode;
  children: ReactNode;
  action?: ReactNode;
  role?: "status" | "alert";
};

/** A notice inside a page: a tint, an icon, a text, and an action. */
export function Notice({ tone = "info", icon, children, action, role }: NoticeProps) {
  return (
    <div role={role} className={classes("flex items-start gap-2 rounded-control px-3 py-2 text-table", TINT[tone])}>
      {icon ? <span className="flex h-5 items-center">{icon}</span> : null}
      <div className={classes("min-w-0 flex-1", action !== undefined && action !== null && "self-center")}>
        {children}
      </div>
      {action}
    </div>
  );
}
