"use client";

import { useTranslations } from "next-intl";
import { useErrorText } from "@/client/errors/useErrorText";
import { useLiveStatus } from "@/client/live/useLiveStatus";
import { useMe } from "@/client/me/MeGate";
import { Pane } from "@/features/shell/panes/Pane";
import { classes } from "@/ui/classes";
import { EmptyState } from "@/ui/states/EmptyState";
import { ErrorState } from "@/ui/states/ErrorState";
import { Skeleton } from "@/ui/states/Skeleton";
import { BoardState } from "./BoardState";
import { BreachAnnouncer } from "./BreachAnnouncer";
import { Categories } from "./Categories";
import { Figures } from "./Figures";
import { NextBreaches } from "./NextBreaches";
import { People } from "./People";
import { Queues } from "./Queues";
import { useBoard } from "./useBoard";

/** The live board of supervisors (B2). */
export function BoardPage() {
  const t = useTranslations("board");
  const { mayWatchBoard } = useMe();
  return (
    <Pane id="board" as="main" label={t("title")} className="relative h-full overflow-y-auto">
      {mayWatchBoard ? <Board /> : <EmptyState title={t("notAllowed")} />}
    </Pane>
  );
}

function Board() {
  const t = useTranslations("board");
  const errorText = useErrorText();
  const { board, error, isFetching, retry } = useBoard();
  const connection = useLiveStatus("connection");
  const isStale = connection === "reconnecting" || connection === "offline";
  if (!board && error) return <ErrorState cause={errorText(error)} onRetry={retry} isRetrying={isFetching} />;
  return (
    <div className="mx-auto flex max-w-[100rem] flex-col gap-4 p-4">
      <header className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <h1 className="font-semibold text-title">{t("title")}</h1>
        {board ? <BoardState asOf={board.asOf} isStale={isStale} /> : null}
      </header>
      {board ? (
        <div className={classes("flex flex-col gap-4", isStale && "stale")}>
          <BreachAnnouncer breached={board.breached} />
          <Figures board={board} />
          <div className="grid items-start gap-4 xl:grid-cols-2">
            <div className="flex min-w-0 flex-col gap-4">
              <NextBreaches breaches={board.nextBreaches} />
              <Queues queues={board.queues} />
            </div>
            <div className="flex min-w-0 flex-col gap-4">
              <People reps={board.reps} />
              <Categories categories={board.categories} />
            </div>
          </div>
        </div>
      ) : (
        <Skeleton rows={6} rowClassName="h-24" />
      )}
    </div>
  );
}
