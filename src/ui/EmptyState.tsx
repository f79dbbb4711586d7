import type { ReactNode } from "react";

export type EmptyStateProps = { title: string; children?: ReactNode; action?: ReactNode };

/** Says plainly that there is nothing here, and what can be done next. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="flex h-full min-h-40 flex-col items-center justify-center gap-2 p-6 text-center">
      <p className="font-medium text-fg">{title}</p>
      {children ? <div className="max-w-80 text-table text-fg-2">{children}</div> : null}
      {action ? <div className="pt-2">{action}</div> : null}
    </div>
  );
}
