"use client";

import { TriangleAlert } from "lucide-react";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { formatSpan } from "@/ui/time/formatSpan";
import { useTicking } from "@/ui/time/useTicking";

/** Shows the time of the figures, or their age while the stream is down: a stale board that looks fine is dangerous. */
export function BoardState({ asOf, isStale }: { asOf: Date; isStale: boolean }) {
  const t = useTranslations("board");
  const format = useFormatter();
  const locale = useLocale();
  const span = useTicking((nowMs) => formatSpan(nowMs - asOf.getTime(), locale));
  if (isStale) {
    return (
      <p className="chip inline-flex h-6 items-center gap-1 rounded-full bg-warn-bg px-2 font-medium text-meta text-warn">
        <TriangleAlert className="size-3.5" aria-hidden="true" />
        {t("stale", { span })}
      </p>
    );
  }
  return (
    <p className="num inline-flex h-6 items-center text-fg-3 text-meta">
      {`${t("live")}, ${t("asOf", { time: format.dateTime(asOf, { timeStyle: "medium" }) })}`}
    </p>
  );
}
