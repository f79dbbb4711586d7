"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { BoardView } from "@/contract/views/boardViews";
import { ClockShape } from "@/ui/marks/ClockShape";
import { Elapsed } from "@/ui/time/Elapsed";
import { FigureCard } from "./FigureCard";

/** The main figures. Each leads to the requests behind it. */
export function Figures({ board }: { board: BoardView }) {
  const t = useTranslations("board");
  const format = useFormatter();
  const { average, count } = board.rating;
  return (
    <section
      aria-label={t("figuresOf")}
      className="grid grid-cols-2 gap-2 min-[26rem]:grid-cols-3 sm:grid-cols-4 xl:grid-cols-8"
    >
      <FigureCard name="waiting" value={format.number(board.waiting)} figure="waiting" />
      <FigureCard
        name="longest"
        figure="waiting"
        value={board.longestWaitingSince ? <Elapsed since={board.longestWaitingSince} /> : t("none")}
        note={board.longestWaitingSince ? undefined : t("nobodyWaits")}
      />
      <FigureCard
        name="breached"
        figure="breached"
        value={format.number(board.breached)}
        tone={board.breached > 0 ? "bad" : "neutral"}
        shape={board.breached > 0 ? <ClockShape face="breached" /> : null}
      />
      <FigureCard
        name="atRisk"
        figure="at_risk"
        value={format.number(board.atRisk)}
        tone={board.atRisk > 0 ? "warn" : "neutral"}
        shape={board.atRisk > 0 ? <ClockShape face="at_risk" /> : null}
      />
      <FigureCard
        name="escalated"
        figure="escalated"
        value={format.number(board.escalated)}
        tone={board.escalated > 0 ? "warn" : "neutral"}
      />
      <FigureCard name="assigned" figure="assigned" value={format.number(board.assigned)} />
      <FigureCard name="closedToday" figure="closed_today" value={format.number(board.closedToday)} />
      <FigureCard
        name="rating"
        value={
          average === null ? t("none") : format.number(average, { maximumFractionDigits: 1, minimumFractionDigits: 1 })
        }
        note={t("ratings", { count })}
      />
    </section>
  );
}
