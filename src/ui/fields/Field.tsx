"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { classes } from "../classes";

export type FieldFrame = {
  label: string;
  /** True hides the label from view, but not from screen readers, where the place says what the field is. */
  isLabelHidden?: boolean;
  hint?: ReactNode;
  /** Says what is wrong, and marks the field as invalid. */
  error?: string | undefined;
  isRequired?: boolean;
};

/** The maximum length of a field's text, in characters as a person counts them. The field says when it is exceeded. */
export type LengthBound = { lengthMax?: number; maxLength?: never };

export type FieldIds = {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
  "aria-required": true | undefined;
};

/** The classes of all fields, so that text, select and combobox look alike. */
export const FIELD_CLASS =
  "w-full rounded-control border border-line-control bg-surface px-2.5 text-body text-fg outline-offset-0 " +
  "aria-invalid:border-bad disabled:opacity-55 pointer-touch:text-[1rem]";

/** Puts label, hint and error around one control and ties them to it by ids. */
export function Field({ frame, children }: { frame: FieldFrame; children: (ids: FieldIds) => ReactNode }) {
  const id = useId();
  const t = useTranslations("ui");
  const { label, isLabelHidden, hint, error, isRequired } = frame;
  const describedBy = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className={classes("text-table font-medium text-fg", isLabelHidden && "sr-only")}>
        {label}
        {isRequired ? <span className="font-normal text-fg-3"> ({t("required")})</span> : null}
      </label>
      {children({
        id,
        "aria-describedby": describedBy || undefined,
        "aria-invalid": error ? true : undefined,
        "aria-required": isRequired || undefined,
      })}
      {hint ? (
        <p id={`${id}-hint`} className="text-meta text-fg-3">
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${id}-error`} className="text-meta text-bad">
          {error}
        </p>
      ) : null}
    </div>
  );
}
