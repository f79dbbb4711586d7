"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { minutesIn, secondsIn } from "./presenceAnswers";

/** Gives a time in words, to the second: "2 minutes and 30 seconds". */
export function useSpanText(): (ms: number) => string {
  const t = useTranslations("settings.presence.span");
  return useCallback(
    (ms) => {
      const [minutes, seconds] = [minutesIn(ms), secondsIn(ms)];
      if (seconds === 0) return t("minutes", { minutes });
      return minutes === 0 ? t("seconds", { seconds }) : t("both", { minutes, seconds });
    },
    [t],
  );
}
