"use client";

import { type ComponentProps, type ReactNode, useId } from "react";

export type CheckboxProps = Omit<ComponentProps<"input">, "type" | "onChange"> & {
  label: ReactNode;
  hint?: ReactNode;
  isChecked: boolean;
  onChange: (isChecked: boolean) => void;
};

/** A checkbox. Its label is part of the target. */
export function Checkbox({ label, hint, isChecked, onChange, ...input }: CheckboxProps) {
  const id = useId();
  return (
    <div className="flex items-start gap-2">
      <input
        {...input}
        id={id}
        type="checkbox"
        checked={isChecked}
        onChange={(event) => onChange(event.target.checked)}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className="mt-1 size-4 shrink-0 accent-accent pointer-touch:size-5"
      />
      <div>
        <label htmlFor={id} className="inline-block py-0.5 text-body">
          {label}
        </label>
        {hint ? (
          <p id={`${id}-hint`} className="text-meta text-fg-3">
            {hint}
          </p>
        ) : null}
      </div>
    </div>
  );
}
