"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { announce } from "@/ui/speech/announcements";

const ANNOUNCED_EVERY_MS = 10_000;

/** Announces that more requests are breached, at most every ten seconds. Says nothing when they become fewer. */
export function BreachAnnouncer({ breached }: { breached: number }) {
  const t = useTranslations("board");
  const before = useRef(breached);
  const saidMs = useRef(0);
  useEffect(() => {
    const isMore = breached > before.current;
    if (!isMore) before.current = breached;
    if (!isMore || Date.now() - saidMs.current < ANNOUNCED_EVERY_MS) return;
    before.current = breached;
    saidMs.current = Date.now();
    announce(t("breachAnnounced", { count: breached }));
  }, [breached, t]);
  return null;
}
