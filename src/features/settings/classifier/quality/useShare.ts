"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useCallback } from "react";

/** Words for a share from 0 to 1, in percent with one digit at most; a dash for what was not measured. */
export function useShare(): (share: number | null) => string {
  const format = useFormatter();
  const t = useTranslations("settings.quality");
  return useCallback(
    (share) => (share === null ? t("none") : format.number(share, { style: "percent", maximumFractionDigits: 1 })),
    [format, t],
  );
}
