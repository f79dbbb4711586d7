"use client";

import { Select as Base } from "@base-ui/react/select";
import { Check, ChevronsUpDown } from "lucide-react";
import type { ReactNode } from "react";
import { classes } from "../classes";
import { FIELD_CLASS } from "./Field";

export type SelectOption<Value extends string> = {
  value: Value;
  label: string;
  icon?: ReactNode;
  isDisabled?: boolean;
};

export type SelectProps<Value extends string> = {
  label: string;
  isLabelHidden?: boolean;
  value: Value;
  options: readonly SelectOption<Value>[];
  onChange: (value: Value) => void;
  isDisabled?: boolean;
  className?: string;
};

/** A field that chooses one option of a short, fixed list. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { label, isLabelHidden = false, value, options, onChange, isDisabled = false, className } = props;
  return (
    <Base.Root
      items={options}
      value={value}
      onValueChange={(next) => (next === null ? undefined : onChange(next))}
      disabled={isDisabled}
      modal={false}
    >
      <div className={classes("flex flex-col gap-1", className)}>
        <Base.Label className={isLabelHidden ? "sr-only" : "text-table font-medium"}>{label}</Base.Label>
        <Base.Trigger className={classes(FIELD_CLASS, "flex h-8 items-center gap-2 pointer-touch:h-11")}>
          <Base.Value className="flex-1 truncate text-start" />
          <ChevronsUpDown className="size-3.5 text-fg-3" aria-hidden="true" />
        </Base.Trigger>
      </div>
      <Base.Portal>
        <Base.Positioner alignItemWithTrigger={false} sideOffset={4} collisionPadding={8} className="z-40">
          <Base.Popup className="popup max-h-(--available-height) min-w-(--anchor-width) overflow-y-auto p-1">
            <Base.List>
              {options.map((option) => (
                <Option key={option.value} option={option} />
              ))}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

function Option<Value extends string>({ option }: { option: SelectOption<Value> }) {
  return (
    <Base.Item
      value={option.value}
      disabled={option.isDisabled ?? false}
      className="flex min-h-8 select-none items-center gap-2 rounded-control px-2 outline-none data-disabled:opacity-50 data-highlighted:bg-hover pointer-touch:min-h-11"
    >
      {option.icon}
      <Base.ItemText className="flex-1">{option.label}</Base.ItemText>
      <span className="flex size-4 items-center">
        <Base.ItemIndicator>
          <Check className="size-4" aria-hidden="true" />
        </Base.ItemIndicator>
      </span>
    </Base.Item>
  );
}
