"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type RefObject, useEffect, useMemo, useState } from "react";
import { categoryOptions } from "@/client/categories/categoryOptions";
import { useErrorText } from "@/client/errors/useErrorText";
import { useTRPC } from "@/client/trpc";
import { useQueueCounts } from "@/features/shell/views/useQueueCounts";
import { Button } from "@/ui/Button";
import { Kbd } from "@/ui/marks/Kbd";
import { announce } from "@/ui/speech/announcements";
import { EmptyState } from "@/ui/states/EmptyState";
import { ErrorState } from "@/ui/states/ErrorState";
import { Skeleton } from "@/ui/states/Skeleton";
import type { DeskView } from "../deskPlace";
import { QueueFilters } from "./QueueFilters";
import { QueueList } from "./QueueList";
import { isNarrowed, queueQuery } from "./queueFilter";
import { TeamHolds } from "./TeamHolds";
import { useArrangedRows } from "./useArrangedRows";
import { useListCommands, useTakeNextCommand } from "./useListCommands";
import { type Queue, useQueue } from "./useQueue";
import { useQueueFilter } from "./useQueueFilter";

export type QueuePaneProps = {
  view: Exclude<DeskView, "backchannels">;
  openId: string | null;
  hrefOf: (sequenceId: string) => string;
  onOpen: (sequenceId: string) => void;
  takeNext: () => void;
  isTaking: boolean;
  /** Receives the ids of the rows in the order shown, without leaving ones. */
  order: RefObject<readonly string[]>;
};

/** A queue with its filters. Each filter has a list of its own. */
export function QueuePane(props: QueuePaneProps) {
  const { filter, setFilter, clear } = useQueueFilter();
  useTakeNextCommand(props.takeNext);
  const key = `${props.view} ${JSON.stringify(queueQuery(filter))}`;
  return (
    <div className="flex h-full flex-col">
      <QueueFilters view={props.view} filter={filter} onChange={setFilter} onClear={clear} />
      <FilteredQueue key={key} {...props} isFiltered={isNarrowed(filter)} onClear={clear} teamId={filter.teamId} />
    </div>
  );
}

type FilteredProps = QueuePaneProps & { isFiltered: boolean; onClear: () => void; teamId: string | null };

function FilteredQueue(props: FilteredProps) {
  const t = useTranslations("queue");
  const errorText = useErrorText();
  const { filter } = useQueueFilter();
  const queue = useQueue(props.view, filter);
  if (queue.error) return <ErrorState cause={`${t("error")} ${errorText(queue.error)}`} onRetry={queue.retry} />;
  if (!queue.live) return <Skeleton rows={10} rowClassName="h-14" className="p-3" />;
  return <ReadQueue {...props} queue={queue} />;
}

function ReadQueue({ queue, ...props }: FilteredProps & { queue: Queue }) {
  const { view, openId, hrefOf, onOpen } = props;
  const t = useTranslations("queue");
  const { shown, newCount, apply } = useArrangedRows(queue);
  const [currentId, setCurrentId] = useState(openId);
  const categoryNames = useCategoryNames();
  useEffect(() => {
    props.order.current = shown.filter(({ wentTo }) => wentTo === null).map(({ row }) => row.sequenceId);
  }, [props.order, shown]);
  useEffect(() => {
    if (openId !== null) setCurrentId(openId);
  }, [openId]);
  const ids = useMemo(() => shown.map(({ row }) => row.sequenceId), [shown]);
  useListCommands({
    ids,
    currentId,
    openId,
    onCurrent: setCurrentId,
    onOpen,
    newCount,
    apply,
  });
  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <NewRows count={newCount} onApply={apply} />
      {shown.length === 0 ? (
        <EmptyQueue {...props} />
      ) : (
        <QueueList
          label={t(view === "closed" ? "listClosed" : "list")}
          rows={shown}
          currentId={currentId}
          openId={openId}
          hrefOf={hrefOf}
          categoryNames={categoryNames}
          hasMore={queue.hasMore}
          isLoadingMore={queue.isLoadingMore}
          onLoadMore={queue.loadMore}
          onCurrent={setCurrentId}
          onOpen={onOpen}
          key={view}
        />
      )}
      {view === "team" ? <TeamHolds teamId={props.teamId} /> : null}
    </div>
  );
}

/** Counts the rows that arrived while the rep was looking; they appear when the rep asks for them (UX 1.5). */
function NewRows({ count, onApply }: { count: number; onApply: () => void }) {
  const t = useTranslations("queue");
  useEffect(() => {
    if (count > 0) announce(t("newAnnouncement", { count }));
  }, [count, t]);
  if (count === 0) return null;
  return (
    <div className="pointer-events-none absolute inset-x-0 bottom-3 z-10 flex justify-center">
      <Button size="compact" look="primary" className="pointer-events-auto shadow-pop" onClick={onApply}>
        {t("new", { count })} <Kbd keys="." />
      </Button>
    </div>
  );
}

function EmptyQueue({ view, isFiltered, onClear, takeNext, isTaking }: FilteredProps) {
  const t = useTranslations("queue");
  const filters = useTranslations("queue.filters");
  const unassigned = useQueueCounts()?.unassigned ?? 0;
  if (isFiltered && view !== "board") {
    return <EmptyState title={t("empty.filtered")} action={<Button onClick={onClear}>{filters("clear")}</Button>} />;
  }
  return (
    <EmptyState
      title={t(`empty.${view}`)}
      action={
        view === "mine" ? (
          <Button look="primary" isBusy={isTaking} onClick={takeNext}>
            {unassigned > 0 ? t("takeNextOf", { count: unassigned }) : t("takeNext")}
          </Button>
        ) : null
      }
    >
      {t(`empty.${view}Hint`)}
    </EmptyState>
  );
}

function useCategoryNames(): ReadonlyMap<string, string> {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.category.list.queryOptions({}));
  return useMemo(() => new Map(categoryOptions(data ?? [], null).map(({ id, label }) => [id, label])), [data]);
}
