"use client";

import { useTranslations } from "next-intl";
import type { BoardView } from "@/domain/views/repViews";
import type { Column } from "@/ui/DataTable";
import { Panel } from "@/ui/Panel";
import { Elapsed } from "@/ui/time/Elapsed";
import { CountLink } from "./CountLink";
import type { FigureFilter } from "./figureHref";
import { SteadyTable } from "./SteadyTable";

type Queue = BoardView["queues"][number];

const queueKey = ({ teamId }: Queue) => teamId ?? "unassigned";

/** Every team's queue: what waits, for how long, what is being worked on and by how many. */
export function Queues({ queues }: { queues: readonly Queue[] }) {
  const t = useTranslations("board.queues");
  const nameOf = ({ teamId, name }: Queue) => (teamId === null ? t("unassigned") : name);
  const count = (figure: FigureFilter["figure"], title: string, read: (queue: Queue) => number, isBad = false) => ({
    id: figure,
    title,
    isNumber: true,
    width: "w-18 @lg:w-22",
    cell: (queue: Queue) => (
      <CountLink
        count={read(queue)}
        filter={{ figure, teamId: queue.teamId }}
        figure={title}
        of={nameOf(queue)}
        isBad={isBad}
      />
    ),
  });
  const columns: Column<Queue>[] = [
    { id: "queue", title: t("queue"), cell: nameOf },
    count("waiting", t("waiting"), ({ waiting }) => waiting),
    {
      id: "longest",
      title: t("longest"),
      isNumber: true,
      isMinor: true,
      width: "w-24",
      cell: ({ longestWaitingSince }) =>
        longestWaitingSince ? <Elapsed since={longestWaitingSince} /> : <span className="text-fg-3">–</span>,
    },
    count("assigned", t("assigned"), ({ assigned }) => assigned),
    count("breached", t("breached"), ({ breached }) => breached, true),
    {
      id: "available",
      title: t("available"),
      isNumber: true,
      isMinor: true,
      width: "w-22",
      cell: ({ teamId, availableReps }) => (teamId === null ? "–" : availableReps),
    },
  ];
  return (
    <Panel title={t("title")} note={t("overlap")}>
      <SteadyTable caption={t("title")} columns={columns} rows={queues} keyOf={queueKey} emptyText={t("empty")} />
    </Panel>
  );
}
