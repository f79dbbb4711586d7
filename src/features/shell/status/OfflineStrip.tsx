"use client";

import { WifiOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useLiveStatus } from "@/client/live/useLiveStatus";

const SHOWN_AFTER_MS = 2_000;
const BACK_SHOWN_MS = 4_000;

/**
 * A slim bar over the screens when the connection or the server's database has been down for two seconds, and for a
 * moment when it is back.
 */
export function OfflineStrip() {
  const t = useTranslations("shell.offline");
  const connection = useLiveStatus("connection");
  const isDatabaseAway = useLiveStatus("isDatabaseAway");
  const news = useNews(connection === "live" && !isDatabaseAway, connection === "connecting" && !isDatabaseAway);
  const down = isDatabaseAway ? "database" : connection === "offline" ? "offline" : "reconnecting";
  return (
    <div role="status">
      {news === "down" ? (
        <p className="flex w-160 max-w-full items-center gap-2 rounded-b-card bg-warn-bg px-4 py-1 text-table text-warn shadow-pop">
          <WifiOff className="size-4 shrink-0" aria-hidden="true" />
          {t(down)}
        </p>
      ) : null}
      {news === "back" ? (
        <p className="w-160 max-w-full rounded-b-card bg-ok-bg px-4 py-1 text-ok text-table shadow-pop">{t("back")}</p>
      ) : null}
    </div>
  );
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
