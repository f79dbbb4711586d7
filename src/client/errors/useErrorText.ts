"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { errorCodeOf } from "./errorCodeOf";

/** Gives the text that people are shown for an error of a query or a mutation. */
export function useErrorText(): (error: unknown) => string {
  const t = useTranslations("errors");
  return useCallback((error) => t(errorCodeOf(error)), [t]);
}
