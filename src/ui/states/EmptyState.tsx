import type { ReactNode } from "react";

export type EmptyStateProps = {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  /** The level of the title if it is a heading, as on a page with nothing else. */
  heading?: "h1" | "h2";
};

/** Says that there is nothing here, and what can be done next. */
export function EmptyState({ title, children, action, heading }: EmptyStateProps) {
  const Title = heading ?? "p";
  return (
    <div className="flex h-full min-h-40 flex-col items-center justify-center gap-2 p-6 text-center">
      <Title className="font-medium text-fg">{title}</Title>
      {children ? <div className="max-w-80 text-balance text-table text-fg-2">{children}</div> : null}
      {action ? <div className="pt-2">{action}</div> : null}
    </div>
  );
}
