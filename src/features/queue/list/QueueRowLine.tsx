"use client";

import { ArrowUpFromLine } from "lucide-react";
import { useTranslations } from "next-intl";
import { memo } from "react";
import type { QueueRow } from "@/contract/views/queueViews";
import { classes } from "@/ui/classes";
import { SlaChip } from "@/ui/marks/SlaChip";
import { StateShape } from "@/ui/marks/StateChip";
import { VisuallyHidden } from "@/ui/speech/VisuallyHidden";
import { Elapsed } from "@/ui/time/Elapsed";

const TAGS_SHOWN_MAX = 1;

export type QueueRowLineProps = {
  row: QueueRow;
  isLeaving: boolean;
  categoryName: string | null;
  viewerId: string;
};

/** One request in two lines. What is unread shows by weight, dot and hidden words, never by colour alone. */
export const QueueRowLine = memo(function QueueRowLine({ row, isLeaving, categoryName, viewerId }: QueueRowLineProps) {
  return (
    <div className={classes("flex h-full flex-col justify-center gap-0.5 px-3", isLeaving && "opacity-60")}>
      <FirstLine row={row} />
      <SecondLine row={row} isLeaving={isLeaving} categoryName={categoryName} viewerId={viewerId} />
    </div>
  );
});

/** Wide enough for any clock; closed requests have none. */
function clockWidth({ requestState }: QueueRow): string {
  return requestState === "retired" ? "w-4" : "w-19";
}

function FirstLine({ row }: { row: QueueRow }) {
  const t = useTranslations("queue.row");
  const header = useTranslations("conversation.header");
  const isUnread = row.unreadCount > 0;
  return (
    <div className="flex items-center gap-2">
      <span className={classes("shrink-0 overflow-hidden", clockWidth(row))}>
        {row.clock ? <SlaChip clock={row.clock} look="bare" /> : <VisuallyHidden>{t("noSla")}</VisuallyHidden>}
      </span>
      <span dir="auto" className={classes("min-w-0 flex-1 truncate", isUnread ? "font-semibold" : "text-fg")}>
        {row.subject === "" ? header("emptySubject") : row.subject}
      </span>
      {row.isEscalated ? (
        <span className="size-3.5 shrink-0 text-warn" title={t("escalated")}>
          <ArrowUpFromLine className="size-3.5" aria-hidden="true" />
          <VisuallyHidden>{t("escalated")}</VisuallyHidden>
        </span>
      ) : null}
      {/* The space is reserved, so that nothing moves when the dot appears. */}
      <span className="size-2 shrink-0">
        {isUnread ? (
          <span className="block size-2 rounded-full bg-accent forced-colors:bg-[Highlight]" aria-hidden="true" />
        ) : null}
        {isUnread ? <VisuallyHidden>{t("unread", { count: row.unreadCount })}</VisuallyHidden> : null}
      </span>
    </div>
  );
}

function SecondLine({ row, isLeaving, categoryName, viewerId }: QueueRowLineProps) {
  const t = useTranslations("queue.row");
  const states = useTranslations("states.sequence");
  const otherRep = row.assignedTo && row.assignedTo.id !== viewerId ? row.assignedTo.name : null;
  // There is no room for both; the rep is more important than the tags.
  const tags = otherRep === null ? row.tags.slice(0, TAGS_SHOWN_MAX) : [];
  return (
    <div className="flex items-center gap-2 text-fg-2 text-meta">
      <span
        className={classes("inline-flex shrink-0 items-center gap-1 text-fg-3", clockWidth(row))}
        title={states(row.state)}
      >
        <StateShape state={row.state} />
        <VisuallyHidden>{states(row.state)}</VisuallyHidden>
        {row.waitingSince ? <Elapsed since={row.waitingSince} className="num" /> : null}
      </span>
      <span dir="auto" className="min-w-0 flex-1 truncate">
        {isLeaving ? <LeavingWords row={row} viewerId={viewerId} /> : <Facts row={row} categoryName={categoryName} />}
      </span>
      {otherRep === null ? null : (
        <span dir="auto" className="max-w-24 shrink-0 truncate text-fg-3">
          {otherRep}
        </span>
      )}
      {tags.map((tag) => (
        <span key={tag} dir="auto" className="chip max-w-24 shrink-0 truncate rounded-full bg-sunken px-1.5">
          {tag}
        </span>
      ))}
      <VisuallyHidden>{row.assignedTo ? null : t("nobody")}</VisuallyHidden>
    </div>
  );
}

function Facts({ row, categoryName }: { row: QueueRow; categoryName: string | null }) {
  const t = useTranslations("queue.row");
  return (
    <>
      <span className="text-fg">{row.customerName}</span> · {categoryName ?? t("noCategory")}
    </>
  );
}

function LeavingWords({ row, viewerId }: Pick<QueueRowLineProps, "row" | "viewerId">) {
  const t = useTranslations("queue.row");
  if (row.requestState === "retired") return t("closed");
  if (row.assignedTo?.id === viewerId) return t("withYou");
  return row.assignedTo ? t("leftTo", { name: row.assignedTo.name }) : t("left");
}
