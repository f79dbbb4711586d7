"use client";

import { Menu as Base } from "@base-ui/react/menu";
import { Check } from "lucide-react";
import { classes } from "../classes";
import { Kbd } from "../marks/Kbd";
import type { MenuAction, MenuChoices, MenuItem } from "./menuItem";

const ENTRY =
  "flex min-h-8 w-full select-none items-center gap-2 rounded-control px-2 py-1 text-start text-body outline-none " +
  "data-disabled:opacity-50 data-highlighted:bg-hover pointer-touch:min-h-11";

/** Renders one entry of a menu by its kind. */
export function MenuEntry({ item }: { item: MenuItem }) {
  switch (item.kind) {
    case "separator":
      return <Base.Separator className="mx-2 my-1 h-px bg-line" />;
    case "heading":
      return <div className="px-2 pt-2 pb-1 text-meta font-medium text-fg-3">{item.label}</div>;
    case "choices":
      return <Choices choices={item} />;
    default:
      return <Action action={item} />;
  }
}

function Action({ action }: { action: MenuAction }) {
  const { label, icon, keys, isDisabled = false, isDanger = false, onSelect } = action;
  return (
    <Base.Item onClick={onSelect} disabled={isDisabled} className={classes(ENTRY, isDanger && "text-bad")}>
      {icon ? <span className="flex size-4 items-center justify-center">{icon}</span> : null}
      <span className="flex-1">{label}</span>
      {keys ? <Kbd keys={keys} /> : null}
    </Base.Item>
  );
}

function Choices({ choices }: { choices: MenuChoices }) {
  return (
    <Base.RadioGroup value={choices.value} onValueChange={(value) => choices.onChoose(String(value))}>
      {choices.label ? (
        <Base.GroupLabel className="px-2 pt-2 pb-1 text-meta font-medium text-fg-3">{choices.label}</Base.GroupLabel>
      ) : null}
      {choices.options.map(({ value, label, icon, hint, isDisabled = false }) => (
        <Base.RadioItem key={value} value={value} disabled={isDisabled} closeOnClick className={ENTRY}>
          {icon ? <span className="flex size-4 items-center justify-center">{icon}</span> : null}
          <span className="min-w-0 flex-1">
            {label}
            {hint ? <span className="block text-meta text-fg-3">{hint}</span> : null}
          </span>
          <span className="flex size-4 items-center">
            <Base.RadioItemIndicator>
              <Check className="size-4" aria-hidden="true" />
            </Base.RadioItemIndicator>
          </span>
        </Base.RadioItem>
      ))}
    </Base.RadioGroup>
  );
}
