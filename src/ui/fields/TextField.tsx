"use client";

import type { ComponentProps, ReactNode } from "react";
import { classes } from "../classes";
import { FIELD_CLASS, Field, type FieldFrame, type LengthBound } from "./Field";
import { useLengthError } from "./useLengthError";

export type TextFieldProps = FieldFrame &
  LengthBound &
  Omit<ComponentProps<"input">, "children" | "maxLength"> & { trailing?: ReactNode };

/** A field for one line, with its label, hint and error. Its direction follows what is typed. */
export function TextField(props: TextFieldProps) {
  const {
    label,
    isLabelHidden = false,
    hint,
    error,
    isRequired = false,
    trailing,
    lengthMax,
    className,
    ...input
  } = props;
  const lengthError = useLengthError(input.value, lengthMax);
  return (
    <Field frame={{ label, isLabelHidden, hint, error: lengthError ?? error, isRequired }}>
      {(ids) => (
        <div className="relative">
          <input
            // With dir="auto" an empty field would be left-to-right, whatever the direction of the page.
            dir={input.value === "" ? undefined : "auto"}
            {...input}
            {...ids}
            className={classes(FIELD_CLASS, "h-8 pointer-touch:h-11", Boolean(trailing) && "pe-10", className)}
          />
          {trailing ? <div className="absolute inset-y-0 inset-e-0 flex items-center">{trailing}</div> : null}
        </div>
      )}
    </Field>
  );
}
