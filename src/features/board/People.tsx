"use client";

import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import type { BoardView } from "@/contract/views/boardViews";
import { classes } from "@/ui/classes";
import { AvailabilityMark } from "@/ui/marks/AvailabilityMark";
import { LoadBar } from "@/ui/marks/LoadBar";
import { Panel } from "@/ui/Panel";
import type { Column } from "@/ui/table/DataTable";
import { formatSpan } from "@/ui/time/formatSpan";
import { useTicking } from "@/ui/time/useTicking";
import { CountLink } from "./CountLink";
import { peopleOrder } from "./peopleOrder";
import { SteadyTable } from "./SteadyTable";

type Rep = BoardView["reps"][number];

const repKey = ({ repId }: Rep) => repId;

/** All reps, with their availability, load, open requests and late requests. */
export function People({ reps }: { reps: readonly Rep[] }) {
  const t = useTranslations("board.people");
  const ordered = useMemo(() => [...reps].sort(peopleOrder), [reps]);
  const columns: Column<Rep>[] = [
    {
      id: "name",
      title: t("name"),
      cell: ({ name, teamNames }) => (
        <span className="block py-0.5">
          {/* A narrow column shows the name alone. */}
          <span
            dir="auto"
            title={name}
            className="line-clamp-2 [overflow-wrap:anywhere] @lg:line-clamp-none @lg:block @lg:truncate"
          >
            {name}
          </span>
          <span dir="auto" className="hidden truncate font-normal text-fg-3 text-meta @lg:block">
            {teamNames.join(", ")}
          </span>
        </span>
      ),
    },
    {
      id: "availability",
      title: t("availability"),
      width: "w-26 @lg:w-32",
      cell: (rep) => <AvailabilityOf rep={rep} />,
    },
    { id: "load", title: t("load"), width: "w-18 @md:w-40", cell: (rep) => <LoadOf rep={rep} /> },
    {
      id: "open",
      title: t("open"),
      isNumber: true,
      width: "w-12 @lg:w-14",
      cell: ({ repId, name, open }) => (
        <CountLink count={open} filter={{ figure: "assigned", repId }} figure={t("open")} of={name} />
      ),
    },
    {
      id: "late",
      title: t("late"),
      isNumber: true,
      width: "w-12 @lg:w-14",
      cell: ({ repId, name, late }) => (
        <CountLink count={late} filter={{ figure: "breached", repId }} figure={t("late")} of={name} isBad />
      ),
    },
  ];
  return (
    <Panel title={t("title")} note={t("summary", countsOf(reps))}>
      <SteadyTable caption={t("title")} columns={columns} rows={ordered} keyOf={repKey} emptyText={t("empty")} />
    </Panel>
  );
}

function AvailabilityOf({ rep }: { rep: Rep }) {
  const t = useTranslations("board.people");
  const tStates = useTranslations("states.availability");
  const locale = useLocale();
  const sinceMs = rep.availabilitySince.getTime();
  const span = useTicking((nowMs) => formatSpan(nowMs - sinceMs, locale));
  return (
    <span className="flex items-start gap-1.5 whitespace-nowrap py-0.5">
      <span className="flex h-5 items-center">
        <AvailabilityMark availability={rep.availability} />
      </span>
      <span className="flex min-w-0 flex-col">
        {tStates(rep.availability)}
        {/* One line for both: a second line would move the rows below. */}
        <span className="num truncate text-fg-3 text-meta" title={t("since", { span })}>
          {rep.absence ? t(`absence.${rep.absence}`) : t("since", { span })}
        </span>
      </span>
    </span>
  );
}

function LoadOf({ rep }: { rep: Rep }) {
  const t = useTranslations("board.people");
  const { used, capacity } = rep;
  const isFull = used >= capacity;
  return (
    <span className="num flex flex-wrap items-center gap-x-2">
      <span className="flex items-center gap-2 whitespace-nowrap">
        <span className="hidden w-20 shrink-0 @md:inline-flex">
          <LoadBar used={used} capacity={capacity} />
        </span>
        <span aria-hidden="true" className="min-w-9">
          {used}/{capacity}
        </span>
      </span>
      <span className="sr-only">{t("loadOf", { used, capacity })}</span>
      <span className={classes("font-medium text-bad text-meta", !isFull && "invisible")}>{t("full")}</span>
    </span>
  );
}

function countsOf(reps: readonly Rep[]): { available: number; away: number; offline: number } {
  const available = reps.filter(
    ({ availability }) => availability === "available" || availability === "on_call",
  ).length;
  const offline = reps.filter(({ availability }) => availability === "offline").length;
  return { available, offline, away: reps.length - available - offline };
}
