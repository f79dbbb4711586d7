"use client";

import { Check, Clock, TriangleAlert } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useOutbox } from "@/features/conversation/outbox/OutboxProvider";
import type { OutboxEntry } from "@/features/conversation/outbox/outbox";
import { errorWords } from "@/features/conversation/outbox/refusalOf";
import { classes } from "@/ui/classes";
import { formatSpan } from "@/ui/time/formatSpan";
import { useNow } from "@/ui/time/useTicking";
import { MessageText } from "../message/MessageText";

export type OutgoingLineProps = {
  entry: OutboxEntry;
  startsGroup: boolean;
  /** An earlier message of the same interaction must be sent first. */
  isBehind: boolean;
  onEdit: (entry: OutboxEntry) => void;
};

/** A message that is not sent yet, with its state in words. A refused one offers to retry, edit or delete it. */
export function OutgoingLine({ entry, startsGroup, isBehind, onEdit }: OutgoingLineProps) {
  const isRefused = entry.status === "refused";
  return (
    <article className={classes("flex flex-col items-end px-4 ps-13 pe-13", startsGroup ? "pt-3" : "pt-1")}>
      <div
        className={classes(
          "max-w-[min(85%,40rem)] rounded-card px-3 py-1.5",
          entry.expectedAudience === "internal" ? "border border-line bg-surface" : "bg-selected forced-colors:border",
          isRefused && "outline outline-1 outline-bad",
        )}
      >
        <MessageText body={entry.body} />
      </div>
      <div className="flex flex-wrap items-center justify-end gap-x-2 pt-0.5 text-meta">
        <SendingState entry={entry} isBehind={isBehind} />
        {isRefused ? <Remedies entry={entry} onEdit={onEdit} /> : null}
      </div>
    </article>
  );
}

const ICON = { queued: Clock, sending: Clock, sent: Check, refused: TriangleAlert };

function SendingState({ entry, isBehind }: Pick<OutgoingLineProps, "entry" | "isBehind">) {
  const words = useSendingWords(entry, isBehind);
  const Icon = ICON[entry.status];
  return (
    <span className={classes("inline-flex items-center gap-1", entry.status === "refused" ? "text-bad" : "text-fg-3")}>
      <Icon className="size-3" aria-hidden="true" />
      {words}
    </span>
  );
}

function useSendingWords(entry: OutboxEntry, isBehind: boolean): string {
  const t = useTranslations("conversation.sending");
  const errors = useTranslations("errors");
  const locale = useLocale();
  const nowMs = useNow();
  switch (entry.status) {
    case "sent":
      return t("sent");
    case "sending":
      return t("sending");
    case "refused":
      if (isFinal(entry)) return t("refusedText");
      return t("refused", { reason: errors(errorWords(entry.refusal)) });
    case "queued":
      if (isBehind) return t("behind");
      if (entry.attempts === 0) return t("queued");
      return t("retrying", { duration: formatSpan(Math.max(1_000, entry.nextAttemptAtMs - nowMs), locale) });
  }
}

/** The server will never take this text: it can only be edited or deleted. */
const isFinal = ({ refusal }: OutboxEntry) => refusal === "invalid_input" || refusal === "too_large";

function Remedies({ entry, onEdit }: Pick<OutgoingLineProps, "entry" | "onEdit">) {
  const t = useTranslations("conversation.sending");
  const outbox = useOutbox();
  const look = "min-h-6 px-1 font-medium text-link underline-offset-2 hover:underline pointer-touch:min-h-11";
  return (
    <span className="inline-flex gap-1">
      {isFinal(entry) ? null : (
        <button type="button" className={look} onClick={() => outbox.retry(entry.clientId)}>
          {t("retry")}
        </button>
      )}
      <button type="button" className={look} onClick={() => onEdit(entry)}>
        {t("edit")}
      </button>
      <button type="button" className={look} onClick={() => outbox.remove(entry.clientId)}>
        {t("delete")}
      </button>
    </span>
  );
}
