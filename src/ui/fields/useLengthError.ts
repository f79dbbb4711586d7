"use client";

import { useTranslations } from "next-intl";
import { signsOver } from "@/domain/text/graphemes";

/**
 * The error of a text that is too long: it says by how many characters. Undefined if the text fits. Fields never cut
 * what is typed or pasted: a browser counts UTF-16 units, and would cut a character in two.
 */
export function useLengthError(value: unknown, lengthMax: number | undefined): string | undefined {
  const t = useTranslations("ui");
  const over = typeof value === "string" && lengthMax !== undefined ? signsOver(value, lengthMax) : 0;
  return over > 0 ? t("tooLong", { count: over }) : undefined;
}
