"use client";

import { useTranslations } from "next-intl";
import { signsOver } from "@/domain/text/graphemes";

/**
 * By how many characters a field's text is too long, in words. A field never cuts what is typed or pasted into it: a
 * browser would count halves of signs, and part one.
 */
export function useLengthError(value: unknown, lengthMax: number | undefined): string | undefined {
  const t = useTranslations("ui");
  const over = typeof value === "string" && lengthMax !== undefined ? signsOver(value, lengthMax) : 0;
  return over > 0 ? t("tooLong", { count: over }) : undefined;
}
