"use client";

import { WifiOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMe } from "@/client/me/MeGate";
import { classes } from "@/ui/classes";
import { AvailabilityMark } from "@/ui/marks/AvailabilityMark";
import { ConnectionMark } from "./ConnectionMark";
import { useConnectionNews } from "./useConnectionNews";

/**
 * The viewer's status in one slim line at the bottom of a screen without a sidebar, or that the connection is down. It
 * is always there, so that nothing moves and nothing is covered when the connection goes.
 */
export function StatusLine({ className }: { className: string }) {
  const news = useConnectionNews();
  return (
    <div className={classes("min-h-5 border-line border-t", className, faceOf(news))}>
      <div role="status" data-connection-news="">
        {news ? (
          <p className="flex items-center gap-2 px-3 py-0.5 text-meta">
            {news.isBack ? null : <WifiOff className="size-3.5 shrink-0" aria-hidden="true" />}
            {news.words}
          </p>
        ) : null}
      </div>
      {news ? null : <Standing />}
    </div>
  );
}

function faceOf(news: { isBack: boolean } | null): string {
  if (news === null) return "bg-surface";
  return news.isBack ? "bg-ok-bg text-ok" : "bg-warn-bg text-warn";
}

function Standing() {
  const t = useTranslations("shell.status");
  const tStates = useTranslations("states.availability");
  const { availability, load } = useMe();
  return (
    <div className="flex items-center gap-3 px-3 py-0.5 text-fg-2 text-meta">
      <span className="flex items-center gap-1.5">
        <AvailabilityMark availability={availability} />
        {tStates(availability)}
      </span>
      <span className="num">{t("load", { used: load.used, capacity: load.capacity })}</span>
      {/* The width is fixed, so that the mark stays where it is when its word changes. */}
      <span className="ms-auto w-24">
        <ConnectionMark />
      </span>
    </div>
  );
}
