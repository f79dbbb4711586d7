"use client";

import { FIELD_CLASS, Field, type FieldFrame } from "./Field";

export type NativeSelectProps = FieldFrame & {
  value: string;
  options: readonly { value: string; label: string }[];
  onChange: (value: string) => void;
};

/** The browser's own select, for a very long list: typing finds, and phones show their picker. */
export function NativeSelect({ value, options, onChange, ...frame }: NativeSelectProps) {
  return (
    <Field frame={frame}>
      {(ids) => (
        <select
          {...ids}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          className={`${FIELD_CLASS} h-8 pointer-touch:h-11`}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
