"use client";

import { WifiOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useConnection } from "@/features/live/useConnection";

const SHOWN_AFTER_MS = 2_000;
const BACK_SHOWN_MS = 4_000;

/** A slim bar once the connection has been down for two seconds, and a word when it is back. */
export function OfflineStrip() {
  const t = useTranslations("shell.offline");
  const connection = useConnection();
  const news = useNews(connection === "live", connection === "connecting");
  return (
    <div role="status">
      {news === "down" ? (
        <p className="flex items-center justify-center gap-2 bg-warn-bg px-3 py-1 text-center text-table text-warn">
          <WifiOff className="size-4 shrink-0" aria-hidden="true" />
          {connection === "offline" ? t("offline") : t("reconnecting")}
        </p>
      ) : null}
      {news === "back" ? <p className="bg-ok-bg px-3 py-1 text-center text-ok text-table">{t("back")}</p> : null}
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
