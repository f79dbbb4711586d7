"use client";

import type { ComponentProps } from "react";
import { classes } from "../classes";
import { FIELD_CLASS, Field, type FieldFrame, type LengthBound } from "./Field";
import { useLengthError } from "./useLengthError";

export type TextAreaProps = FieldFrame & LengthBound & Omit<ComponentProps<"textarea">, "maxLength">;

/** A field for several lines. It grows with its text, up to the height that `className` allows. */
export function TextArea(props: TextAreaProps) {
  const { label, isLabelHidden = false, hint, error, isRequired = false, lengthMax, className, ...area } = props;
  const lengthError = useLengthError(area.value, lengthMax);
  return (
    <Field frame={{ label, isLabelHidden, hint, error: lengthError ?? error, isRequired }}>
      {(ids) => (
        <textarea
          // With dir="auto" an empty field would be left-to-right, whatever the direction of the page.
          dir={area.value === "" ? undefined : "auto"}
          rows={3}
          {...area}
          {...ids}
          className={classes(FIELD_CLASS, "field-sizing-content max-h-60 resize-none py-1.5", className)}
        />
      )}
    </Field>
  );
}
