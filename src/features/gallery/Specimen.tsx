import type { ReactNode } from "react";

/** A titled part of the gallery. */
export function Room({ title, children }: { title: string; children: ReactNode }) {
  const id = `room-${title.toLowerCase().replaceAll(" ", "-")}`;
  return (
    <section aria-labelledby={id} className="flex flex-col gap-4 border-line border-t py-6">
      <h2 id={id} className="font-semibold text-title">
        {title}
      </h2>
      {children}
    </section>
  );
}

/** One primitive, or one state of it, under its name. */
export function Specimen({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <h3 className="text-fg-2 text-table">{name}</h3>
      <div className="flex min-w-0 flex-wrap items-start gap-2">{children}</div>
    </div>
  );
}
