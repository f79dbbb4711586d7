"use client";

import { Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useErrorText } from "@/client/errors/useErrorText";
import type { BackchannelRow } from "@/contract/views/backchannelViews";
import { keysOf } from "@/features/shell/shortcuts/keymap";
import { useCommands } from "@/features/shell/shortcuts/useCommands";
import { Button } from "@/ui/Button";
import { classes } from "@/ui/classes";
import { Badge } from "@/ui/marks/Badge";
import { Chip } from "@/ui/marks/Chip";
import { Kbd } from "@/ui/marks/Kbd";
import { EmptyState } from "@/ui/states/EmptyState";
import { ErrorState } from "@/ui/states/ErrorState";
import { Skeleton } from "@/ui/states/Skeleton";
import type { HeldRow } from "@/ui/table/heldRows";
import { useSteadyRows } from "@/ui/table/useSteadyRows";
import { Moment } from "@/ui/time/Moment";
import { useBackchannels } from "./useBackchannels";

export type BackchannelListProps = { openId: string | null; onOpen: (interactionId: string) => void };

/** The viewer's invitations, then the backchannels they take part in. Nothing of a parent is shown (P4). */
export function BackchannelList({ openId, onOpen }: BackchannelListProps) {
  const t = useTranslations("queue.backchannels");
  const errorText = useErrorText();
  const { rows, error, retry } = useBackchannels();
  if (error) return <ErrorState cause={`${t("error")} ${errorText(error)}`} onRetry={retry} />;
  if (!rows) return <Skeleton rows={8} rowClassName="h-14" className="p-3" />;
  if (rows.length === 0) return <EmptyState title={t("empty")}>{t("emptyHint")}</EmptyState>;
  return <ReadList rows={rows} openId={openId} onOpen={onOpen} />;
}

/** Keeps the order until the reader asks for the present one: what others do moves no row. */
function ReadList({ rows, openId, onOpen }: BackchannelListProps & { rows: readonly BackchannelRow[] }) {
  const t = useTranslations("queue.backchannels");
  const { shown, fresh, isOutdated, show } = useSteadyRows(rows, keyOf);
  useShowCommand(isOutdated, show);
  const invitations = fresh.filter(({ participation }) => participation === "invited").length;
  const of = (participation: BackchannelRow["participation"]) =>
    shown.filter(({ row }) => row.participation === participation);
  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <div className="min-h-0 flex-1 overflow-y-auto">
        <Section title={t("invitations")} rows={of("invited")} openId={openId} onOpen={onOpen} />
        <Section title={t("takingPart")} rows={of("taking_part")} openId={openId} onOpen={onOpen} />
      </div>
      {isOutdated ? (
        <div className="pointer-events-none absolute inset-x-0 bottom-3 z-10 flex justify-center">
          <Button size="compact" look="primary" className="pointer-events-auto shadow-pop" onClick={show}>
            {invitations > 0 ? t("newInvitations", { count: invitations }) : t("showNews")}{" "}
            <span className="pointer-touch:hidden">
              <Kbd keys={keysOf("queue.applyNew") ?? ""} />
            </span>
          </Button>
        </div>
      ) : null}
    </div>
  );
}

function useShowCommand(isOutdated: boolean, show: () => void) {
  const t = useTranslations("queue.commands");
  useCommands(
    useMemo(
      () => [{ id: "queue.applyNew", title: t("showNew"), when: () => isOutdated, run: show }],
      [t, isOutdated, show],
    ),
  );
}

const keyOf = ({ interactionId }: BackchannelRow) => interactionId;

function Section({
  title,
  rows,
  openId,
  onOpen,
}: BackchannelListProps & { title: string; rows: readonly HeldRow<BackchannelRow>[] }) {
  if (rows.length === 0) return null;
  return (
    <section aria-label={title}>
      <h2 className="px-3 pt-3 pb-1 font-medium text-fg-3 text-meta">{title}</h2>
      <ul>
        {rows.map(({ row, isGone }) => (
          <li key={row.interactionId} className={isGone ? "opacity-60" : undefined}>
            <Row
              row={row}
              isGone={isGone}
              isOpen={row.interactionId === openId}
              onOpen={() => onOpen(row.interactionId)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Says who asks what. */
function Asked({ row: { invitedBy, note } }: { row: BackchannelRow }) {
  const t = useTranslations("queue.backchannels");
  if (invitedBy === null) return note;
  return note === null ? t("invitedBy", { name: invitedBy }) : t("asks", { name: invitedBy, note });
}

type RowProps = { row: BackchannelRow; isGone: boolean; isOpen: boolean; onOpen: () => void };

function Row({ row, isGone, isOpen, onOpen }: RowProps) {
  const t = useTranslations("queue.backchannels");
  return (
    <button
      type="button"
      aria-current={isOpen ? "true" : undefined}
      onClick={onOpen}
      className={classes(
        "flex min-h-14 w-full flex-col gap-0.5 border-line border-b px-3 py-2 text-start -outline-offset-2",
        isOpen ? "bg-selected" : "hover:bg-hover",
      )}
    >
      <span className="flex items-center gap-2">
        <Lock className="size-3 shrink-0 text-internal" aria-hidden="true" />
        <span
          dir="auto"
          className={classes("min-w-0 flex-1 truncate", !isGone && row.unreadCount > 0 && "font-semibold")}
        >
          {row.name}
        </span>
        {!isGone && row.participation === "invited" ? <Chip tone="internal">{t("invited")}</Chip> : null}
        <Badge count={isGone ? 0 : row.unreadCount} look="unread" />
      </span>
      <span className="flex items-baseline gap-2 text-fg-2 text-meta">
        <span dir="auto" className="min-w-0 flex-1 truncate">
          {isGone ? t("gone") : <Asked row={row} />}
        </span>
        <Moment at={row.lastMessageAt ?? row.startedAt} className="shrink-0 text-fg-3" />
      </span>
    </button>
  );
}
