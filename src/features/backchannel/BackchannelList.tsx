"use client";

import { Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import type { BackchannelRow } from "@/domain/views/repViews";
import { useErrorText } from "@/features/live/useErrorText";
import { Badge } from "@/ui/Badge";
import { Chip } from "@/ui/Chip";
import { classes } from "@/ui/classes";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorState } from "@/ui/ErrorState";
import { Skeleton } from "@/ui/Skeleton";
import { Moment } from "@/ui/time/Moment";
import { useBackchannels } from "./useBackchannels";

export type BackchannelListProps = { openId: string | null; onOpen: (interactionId: string) => void };

/** What the viewer is asked and takes part in, invitations first; nothing of any parent is in it (P4). */
export function BackchannelList({ openId, onOpen }: BackchannelListProps) {
  const t = useTranslations("queue.backchannels");
  const errorText = useErrorText();
  const { rows, error, retry } = useBackchannels();
  if (error) return <ErrorState cause={`${t("error")} ${errorText(error)}`} onRetry={retry} />;
  if (!rows) return <Skeleton rows={8} rowClassName="h-14" className="p-3" />;
  if (rows.length === 0) return <EmptyState title={t("empty")}>{t("emptyHint")}</EmptyState>;
  const invited = rows.filter(({ participation }) => participation === "invited");
  const takingPart = rows.filter(({ participation }) => participation === "taking_part");
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <Section title={t("invitations")} rows={invited} openId={openId} onOpen={onOpen} />
      <Section title={t("takingPart")} rows={takingPart} openId={openId} onOpen={onOpen} />
    </div>
  );
}

function Section({
  title,
  rows,
  openId,
  onOpen,
}: BackchannelListProps & { title: string; rows: readonly BackchannelRow[] }) {
  if (rows.length === 0) return null;
  return (
    <section aria-label={title}>
      <h2 className="px-3 pt-3 pb-1 font-medium text-fg-3 text-meta">{title}</h2>
      <ul>
        {rows.map((row) => (
          <li key={row.interactionId}>
            <Row row={row} isOpen={row.interactionId === openId} onOpen={() => onOpen(row.interactionId)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Who asks, and what. */
function Asked({ row: { invitedBy, note } }: { row: BackchannelRow }) {
  const t = useTranslations("queue.backchannels");
  if (invitedBy === null) return note;
  return note === null ? t("invitedBy", { name: invitedBy }) : t("asks", { name: invitedBy, note });
}

function Row({ row, isOpen, onOpen }: { row: BackchannelRow; isOpen: boolean; onOpen: () => void }) {
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
        <span dir="auto" className={classes("min-w-0 flex-1 truncate", row.unreadCount > 0 && "font-semibold")}>
          {row.name}
        </span>
        {row.participation === "invited" ? <Chip tone="internal">{t("invited")}</Chip> : null}
        <Badge count={row.unreadCount} look="unread" />
      </span>
      <span className="flex items-baseline gap-2 text-fg-2 text-meta">
        <span dir="auto" className="min-w-0 flex-1 truncate">
          <Asked row={row} />
        </span>
        <Moment at={row.lastMessageAt ?? row.startedAt} className="shrink-0 text-fg-3" />
      </span>
    </button>
  );
}
