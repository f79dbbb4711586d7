"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { holdReason, useHoldWords } from "@/client/holds/holdReason";
import { useQueueHolds } from "@/client/holds/useQueueHolds";
import { useTRPC } from "@/client/trpc";
import type { BoardView } from "@/contract/views/boardViews";
import type { QueueHold } from "@/domain/routing/routingDecision";
import { Panel } from "@/ui/Panel";
import type { Column } from "@/ui/table/DataTable";
import { Elapsed } from "@/ui/time/Elapsed";
import { CountLink } from "./CountLink";
import type { FigureFilter } from "./figureHref";
import { SteadyTable } from "./SteadyTable";

type Queue = BoardView["queues"][number];

const queueKey = ({ teamId }: Queue) => teamId ?? "unassigned";

/** The holds, read again when the number of waiting requests or of available reps has changed. */
function useBoardHolds(queues: readonly Queue[]) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const moved = queues.map(({ teamId, waiting, availableReps }) => `${teamId} ${waiting} ${availableReps}`).join();
  useEffect(() => {
    if (moved !== "") void queryClient.invalidateQueries({ queryKey: trpc.queue.holds.pathKey() });
  }, [moved, queryClient, trpc]);
  return useQueueHolds(queues.some(({ waiting }) => waiting > 0));
}

/** A name with the reason of a hold. The second line keeps its place without one, so that nothing moves. */
function NameAndHold({ name, hold }: { name: string; hold: QueueHold | null }) {
  const words = useHoldWords();
  const reason = hold === null ? null : holdReason(hold, words);
  return (
    <span className="block min-w-0">
      <span dir="auto" className="block truncate">
        {name}
      </span>
      <span className="block h-4 truncate text-fg-3 text-meta" title={reason ?? undefined}>
        {reason}
      </span>
    </span>
  );
}

/** The queue of each team: requests that wait, the longest wait, requests assigned or breached, and available reps. */
export function Queues({ queues }: { queues: readonly Queue[] }) {
  const t = useTranslations("board.queues");
  const nameOf = ({ teamId, name }: Queue) => (teamId === null ? t("unassigned") : name);
  const count = (figure: FigureFilter["figure"], title: string, read: (queue: Queue) => number, isBad = false) => ({
    id: figure,
    title,
    isNumber: true,
    width: "w-18 @sm:w-21 @2xl:w-22",
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
  const holds = useBoardHolds(queues);
  const holdOf = ({ teamId, waiting }: Queue) =>
    waiting === 0 ? null : (holds?.teams.find((team) => team.teamId === teamId)?.hold ?? null);
  const columns: Column<Queue>[] = [
    { id: "queue", title: t("queue"), cell: (queue) => <NameAndHold name={nameOf(queue)} hold={holdOf(queue)} /> },
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
      isMinor: "wide",
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
