"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import type { BoardView } from "@/contract/views/boardViews";
import { classes } from "@/ui/classes";
import { SlaChip } from "@/ui/marks/SlaChip";
import { Panel } from "@/ui/Panel";
import type { Column } from "@/ui/table/DataTable";
import { SteadyTable } from "./SteadyTable";

/** A breach within this time is shown as at risk. */
const SOON_MS = 5 * 60_000;

type Breach = BoardView["nextBreaches"][number];

/** The requests whose clocks run out next. Those that have already run out come first. */
export function NextBreaches({ breaches }: { breaches: readonly Breach[] }) {
  const t = useTranslations("board.next");
  const tMetric = useTranslations("states.metric");
  const columns: Column<Breach>[] = [
    {
      id: "request",
      title: t("request"),
      cell: (breach) => (
        <Link
          href={`/q/board/s/${breach.sequenceId}?figure=live`}
          className="flex min-h-6 flex-col justify-center py-0.5 hover:underline pointer-touch:min-h-11"
        >
          <span dir="auto" className="block truncate">
            {breach.customerName}
          </span>
          <span dir="auto" className="block truncate font-normal text-fg-2 text-meta">
            {breach.subject}
          </span>
        </Link>
      ),
    },
    {
      id: "due",
      title: t("due"),
      width: "w-24",
      cell: ({ dueAt, metric }) => (
        <SlaChip look="bare" clock={{ metric, state: "running", dueAt, atRiskAt: soonBefore(dueAt), turnsAt: [] }} />
      ),
    },
    {
      id: "clock",
      title: t("clock"),
      isMinor: true,
      width: "w-32",
      cell: ({ metric }) => <span className="block truncate">{tMetric(metric)}</span>,
    },
    {
      id: "team",
      title: t("team"),
      isMinor: "wide",
      width: "w-36",
      cell: ({ teamName }) => (
        <span dir="auto" className="block truncate">
          {teamName ?? t("noTeam")}
        </span>
      ),
    },
    {
      id: "with",
      title: t("with"),
      width: "w-24 @lg:w-36",
      cell: ({ assignedTo }) => (
        // A narrow column wraps names into two lines and keeps room for both, so that the first line never moves.
        <span
          dir="auto"
          title={assignedTo ?? undefined}
          className={classes(
            "line-clamp-2 min-h-[2lh] text-meta [overflow-wrap:anywhere] @lg:line-clamp-none @lg:block @lg:min-h-0 @lg:truncate",
            assignedTo === null && "text-fg-3",
          )}
        >
          {assignedTo ?? t("nobody")}
        </span>
      ),
    },
  ];
  return (
    <Panel title={t("title")}>
      <SteadyTable
        caption={t("title")}
        columns={columns}
        rows={breaches}
        keyOf={breachKey}
        emptyText={t("empty")}
        // The height of a full table, so that nothing below it moves.
        className="min-h-[33rem]"
      />
    </Panel>
  );
}

const breachKey = ({ sequenceId, metric }: Breach) => `${sequenceId} ${metric}`;

function soonBefore(dueAt: Date): Date {
  return new Date(dueAt.getTime() - SOON_MS);
}
