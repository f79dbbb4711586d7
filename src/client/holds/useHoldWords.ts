"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useMemo } from "react";
import { useMomentText } from "@/ui/time/useMomentText";
import type { HoldWords } from "./holdReason";

/** Words, lists and times for what holds requests, in the viewer's language and zone. */
export function useHoldWords(): HoldWords {
  const t = useTranslations("queue.hold");
  const format = useFormatter();
  const momentText = useMomentText();
  return useMemo(
    () => ({
      t,
      list: (words) => format.list([...words], { type: "conjunction" }),
      moment: (atMs) => momentText(new Date(atMs)),
    }),
    [t, format, momentText],
  );
}
