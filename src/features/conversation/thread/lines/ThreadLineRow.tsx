"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { MessageView } from "@/contract/views/conversationViews";
import type { OutboxEntry } from "@/features/conversation/outbox/outbox";
import { MessageLine } from "../message/MessageLine";
import type { Part } from "../message/usePart";
import { OutgoingLine } from "./OutgoingLine";
import { SystemLine } from "./SystemLine";
import type { ThreadLine } from "./threadLines";

export type ThreadLineContext = {
  isInternal: boolean;
  mayChange: boolean;
  onQuote: ((message: MessageView) => void) | null;
  onPart: Part | null;
  /** The message that the matter began with; null if it is not loaded. */
  firstId: string | null;
  onEditOutgoing: (entry: OutboxEntry) => void;
  /** The outbox entry to send next; others wait behind it. */
  nextClientId: string | null;
};

/** Draws one line of a thread by its kind. */
export function ThreadLineRow({ line, context }: { line: ThreadLine; context: ThreadLineContext }) {
  switch (line.kind) {
    case "day":
      return <DayLine day={line.day} />;
    case "unread":
      return <UnreadLine count={line.count} />;
    case "system":
      return <SystemLine message={line.message} />;
    case "outgoing":
      return (
        <OutgoingLine
          entry={line.entry}
          startsGroup={line.startsGroup}
          isBehind={line.entry.clientId !== context.nextClientId}
          onEdit={context.onEditOutgoing}
        />
      );
    case "message":
      return (
        <MessageLine
          message={line.message}
          startsGroup={line.startsGroup}
          isInternal={context.isInternal}
          mayChange={context.mayChange}
          onQuote={context.onQuote}
          onPart={line.message.id === context.firstId ? null : context.onPart}
        />
      );
  }
}

function DayLine({ day }: { day: Date }) {
  const format = useFormatter();
  return (
    <div className="flex items-center gap-3 px-4 pt-4 pb-1 text-fg-3 text-meta">
      <span className="h-px flex-1 bg-line forced-colors:bg-[CanvasText]" />
      <time dateTime={day.toISOString()}>
        {format.dateTime(day, { weekday: "long", day: "numeric", month: "long", year: "numeric" })}
      </time>
      <span className="h-px flex-1 bg-line forced-colors:bg-[CanvasText]" />
    </div>
  );
}

function UnreadLine({ count }: { count: number }) {
  const t = useTranslations("conversation.thread");
  return (
    <div className="flex items-center gap-3 px-4 pt-3 font-medium text-link text-meta">
      <span className="h-px flex-1 bg-accent forced-colors:bg-[Highlight]" />
      {t("unread", { count })}
      <span className="h-px flex-1 bg-accent forced-colors:bg-[Highlight]" />
    </div>
  );
}
