import type { ReactNode } from "react";
import { Logo } from "./marks/Logo";

/** The frame of the pages before the desk: one narrow column with the logo, a title, a lead and the content. */
export function FrontPage({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  return (
    <main className="flex min-h-dvh justify-center px-4 py-8 sm:py-[10dvh]">
      <div className="flex w-full max-w-sm flex-col gap-6">
        <header className="flex flex-col gap-2">
          <Logo className="size-10" />
          <h1 className="font-semibold text-figure">{title}</h1>
          <p className="text-fg-2">{lead}</p>
        </header>
        {children}
      </div>
    </main>
  );
}
