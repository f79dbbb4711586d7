"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useCallback } from "react";

/** Formats a share from 0 to 1 in percent, with at most one decimal; null, for not measured, as a dash. */
export function useShare(): (share: number | null) => string {
  const format = useFormatter();
  const t = useTranslations("settings.quality");
  return useCallback(
    (share) => (share === null ? t("none") : format.number(share, { style: "percent", maximumFractionDigits: 1 })),
    [format, t],
  );
}
