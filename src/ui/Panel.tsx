"use client";

import { type ReactNode, useId } from "react";

export type PanelProps = {
  title: string;
  note?: ReactNode;
  /** The id that an address can name after its `#`. With it, the panel can be focused. */
  anchor?: string;
  children: ReactNode;
};

/** A titled part of a page. */
export function Panel({ title, note, anchor, children }: PanelProps) {
  const id = useId();
  return (
    <section
      id={anchor}
      tabIndex={anchor === undefined ? undefined : -1}
      aria-labelledby={id}
      className="min-w-0 scroll-m-4 rounded-card border border-line bg-surface"
    >
      <header className="flex flex-wrap items-baseline gap-x-4 px-2 pt-2 sm:px-3 pb-1">
        <h2 id={id} className="font-semibold text-body">
          {title}
        </h2>
        {note ? <p className="text-fg-3 text-meta">{note}</p> : null}
      </header>
      {children}
    </section>
  );
}
