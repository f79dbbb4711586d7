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
import { WentToWords } from "./WentToWords";
import type { WentTo } from "./wentTo";

const TAGS_SHOWN_MAX = 1;

export type QueueRowLineProps = {
  row: QueueRow;
  /** Where it went, if it left the view; else null. */
  wentTo: WentTo | null;
  categoryName: string | null;
  viewerId: string;
};

/** One request in two lines. What is unread shows by weight, dot and hidden words, never by colour alone. */
export const QueueRowLine = memo(function QueueRowLine({ row, wentTo, categoryName, viewerId }: QueueRowLineProps) {
  return (
    <div className={classes("flex h-full flex-col justify-center gap-0.5 px-3", wentTo && "opacity-60")}>
      <FirstLine row={row} isKnown={isKnown(wentTo)} />
      <SecondLine row={row} wentTo={wentTo} categoryName={categoryName} viewerId={viewerId} />
    </div>
  );
});

/** Wide enough for any clock; closed requests have none. */
function clockWidth({ requestState }: QueueRow): string {
  return requestState === "retired" ? "w-4" : "w-19";
}

/** Whether the row is as it is now. Of one that left for an unknown place, only what hardly changes is shown. */
const isKnown = (wentTo: WentTo | null) => wentTo?.to !== "unknown";

function FirstLine({ row, isKnown }: { row: QueueRow; isKnown: boolean }) {
  const t = useTranslations("queue.row");
  const header = useTranslations("conversation.header");
  const isUnread = isKnown && row.unreadCount > 0;
  return (
    <div className="flex items-center gap-2">
      <span className={classes("shrink-0 overflow-hidden", clockWidth(row))}>
        {isKnown ? <Clock row={row} /> : null}
      </span>
      <span dir="auto" className={classes("min-w-0 flex-1 truncate", isUnread ? "font-semibold" : "text-fg")}>
        {row.subject === "" ? header("emptySubject") : row.subject}
      </span>
      {isKnown && row.isEscalated ? (
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

function Clock({ row: { clock } }: { row: QueueRow }) {
  const t = useTranslations("queue.row");
  return clock ? <SlaChip clock={clock} look="bare" /> : <VisuallyHidden>{t("noSla")}</VisuallyHidden>;
}

function SecondLine({ row, wentTo, categoryName, viewerId }: QueueRowLineProps) {
  const t = useTranslations("queue.row");
  const otherRep = isKnown(wentTo) && row.assignedTo && row.assignedTo.id !== viewerId ? row.assignedTo.name : null;
  // There is no room for both; the rep is more important than the tags.
  const tags = otherRep === null ? row.tags.slice(0, TAGS_SHOWN_MAX) : [];
  return (
    <div className="flex items-center gap-2 text-fg-2 text-meta">
      <span className={classes("inline-flex shrink-0 items-center text-fg-3", clockWidth(row))}>
        {isKnown(wentTo) ? <State row={row} /> : null}
      </span>
      <span dir="auto" className="min-w-0 flex-1 truncate">
        {wentTo ? (
          <WentToWords wentTo={wentTo} categoryName={categoryName} />
        ) : (
          <Facts row={row} categoryName={categoryName} />
        )}
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
      <VisuallyHidden>{row.assignedTo || !isKnown(wentTo) ? null : t("nobody")}</VisuallyHidden>
    </div>
  );
}

function State({ row: { state, waitingSince } }: { row: QueueRow }) {
  const states = useTranslations("states.sequence");
  return (
    <span title={states(state)} className="inline-flex items-center gap-1">
      <StateShape state={state} />
      <VisuallyHidden>{states(state)}</VisuallyHidden>
      {waitingSince ? <Elapsed since={waitingSince} className="num" /> : null}
    </span>
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
