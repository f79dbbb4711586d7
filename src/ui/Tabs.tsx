"use client";

import { Tabs as Base } from "@base-ui/react/tabs";
import type { ReactNode } from "react";
import { classes } from "./classes";

export type Tab = { id: string; label: ReactNode; isInternal?: boolean; panel: ReactNode };

export type TabsProps = {
  /** The name of the row of tabs. */
  label: string;
  tabs: readonly Tab[];
  active: string;
  onChange: (id: string) => void;
  className?: string;
  /** True keeps hidden panels mounted, with what is typed in them. */
  keepsPanels?: boolean;
};

/** Tabs with their panels, of which one is shown. The arrow keys move between the tabs. */
export function Tabs({ label, tabs, active, onChange, className, keepsPanels = true }: TabsProps) {
  return (
    <Base.Root
      value={active}
      onValueChange={(id) => onChange(String(id))}
      className={classes("flex min-h-0 flex-col", className)}
    >
      <Base.List aria-label={label} className="flex shrink-0 gap-1 overflow-x-auto border-line border-b px-2">
        {tabs.map(({ id, label: tabLabel, isInternal = false }) => (
          <Base.Tab
            key={id}
            value={id}
            className={classes(
              "flex h-9 items-center gap-1.5 whitespace-nowrap border-transparent border-b-2 px-2 font-medium text-table -outline-offset-2 pointer-touch:h-11",
              isInternal
                ? "text-internal data-active:border-internal"
                : "text-fg-2 data-active:border-accent data-active:text-fg",
            )}
          >
            {tabLabel}
          </Base.Tab>
        ))}
      </Base.List>
      {tabs.map(({ id, panel }) => (
        <Base.Panel key={id} value={id} keepMounted={keepsPanels} className="min-h-0 flex-1 -outline-offset-2">
          {panel}
        </Base.Panel>
      ))}
    </Base.Root>
  );
}
