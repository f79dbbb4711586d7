"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useLiveStatus } from "@/client/live/useLiveStatus";

const SHOWN_AFTER_MS = 2_000;
const BACK_SHOWN_MS = 4_000;

export type ConnectionNews = { isBack: boolean; words: string };

/**
 * Says in words that the connection or the server's database has been down for two seconds, and for a moment that it is
 * back. Null while there is nothing to say.
 */
export function useConnectionNews(): ConnectionNews | null {
  const t = useTranslations("shell.offline");
  const connection = useLiveStatus("connection");
  const isDatabaseAway = useLiveStatus("isDatabaseAway");
  const news = useNews(connection === "live" && !isDatabaseAway, connection === "connecting" && !isDatabaseAway);
  const down = isDatabaseAway ? "database" : connection === "offline" ? "offline" : "reconnecting";
  if (news === "none") return null;
  return { isBack: news === "back", words: t(news === "back" ? "back" : down) };
}

function useNews(isLive: boolean, isFirst: boolean): "none" | "down" | "back" {
  const [news, setNews] = useState<"none" | "down" | "back">("none");
  useEffect(() => {
    if (isFirst) return;
    if (isLive) setNews((before) => (before === "down" ? "back" : before));
    const timer = setTimeout(() => setNews(isLive ? "none" : "down"), isLive ? BACK_SHOWN_MS : SHOWN_AFTER_MS);
    return () => clearTimeout(timer);
  }, [isLive, isFirst]);
  return news;
}
