"use client";

import { ArrowDown } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { type ClipboardEvent, type RefObject, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useErrorText } from "@/client/errors/useErrorText";
import type { InteractionView, MessageView } from "@/contract/views/repViews";
import { Button } from "@/ui/Button";
import { EmptyState } from "@/ui/states/EmptyState";
import { ErrorState } from "@/ui/states/ErrorState";
import { Skeleton } from "@/ui/states/Skeleton";
import { markAsInternal } from "../clipboard/internalClipboard";
import { useOutgoing } from "../outbox/OutboxProvider";
import type { OutboxEntry } from "../outbox/outbox";
import { ArrivalLog } from "./reading/ArrivalLog";
import { isSaidByDesk, type ThreadLine, threadLines } from "./lines/threadLines";
import { ThreadLineRow } from "./lines/ThreadLineRow";
import { TypingLine } from "./reading/TypingLine";
import { useMarkRead } from "./reading/useMarkRead";
import { type ShownMessages, useMessages } from "./useMessages";
import type { Part } from "./message/usePart";
import { useSendingAnnounced } from "./reading/useSendingAnnounced";
import { type ThreadScroll, useStickToEnd } from "./reading/useStickToEnd";
import { type ThreadLinesProps, VirtualLines } from "./lines/VirtualLines";

/** Up to here all lines are in the document, so that the browser's own search finds them. */
const PLAIN_LINES_MAX = 200;

export type ThreadProps = {
  interaction: InteractionView;
  /** Its name in words: the customer's, or the backchannel's. */
  name: string;
  /** Takes a message of this thread over into the reply to the customer; null where there is none. */
  onQuote: ((message: MessageView) => void) | null;
  /** Makes a matter of its own of a message of the customer's and what follows; absent where that cannot be. */
  onPart?: Part;
  /** Puts an unsent message back into the composer. */
  onEditOutgoing: (entry: OutboxEntry) => void;
};

/** The messages of one interaction as the viewer sees them, kept live. The server applied the point of view: nothing here hides anything. */
export function Thread(props: ThreadProps) {
  const t = useTranslations("conversation.thread");
  const errorText = useErrorText();
  const shown = useMessages(props.interaction.id);
  if (shown.error) return <ErrorState cause={`${t("error")} ${errorText(shown.error)}`} onRetry={shown.retry} />;
  if (!shown.messages) return <Skeleton rows={6} rowClassName="h-12" className="min-h-0 flex-1 p-4" />;
  return <LoadedThread key={props.interaction.id} {...props} shown={shown} messages={shown.messages} />;
}

type LoadedProps = ThreadProps & { shown: ShownMessages; messages: readonly MessageView[] };

function LoadedThread({ interaction, name, onQuote, onPart, onEditOutgoing, shown, messages }: LoadedProps) {
  const t = useTranslations("conversation.thread");
  const pane = useRef<HTMLDivElement>(null);
  const outgoing = useOutgoing(interaction.id);
  useSendingAnnounced(outgoing);
  const lines = useLines(interaction, messages, outgoing);
  const isVirtual = lines.length > PLAIN_LINES_MAX;
  const scroll = useReading(pane, interaction, messages, lines, isVirtual);
  const startKey = useKeyBefore(lines);
  const isInternal = interaction.audience === "internal";
  const context = {
    isInternal,
    mayChange: interaction.viewer === "taking_part" && interaction.endedAt === null,
    onQuote,
    onPart: onPart ?? null,
    firstId: shown.hasEarlier ? null : (messages.find(({ author }) => author.kind === "contact")?.id ?? null),
    onEditOutgoing,
    nextClientId: outgoing.find(({ status }) => status !== "sent" && status !== "refused")?.clientId ?? null,
  };
  const Lines = isVirtual ? VirtualLines : PlainLines;
  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <div
        ref={pane}
        onScroll={scroll.onScroll}
        onCopy={isInternal ? (event) => copyAsInternal(event, name) : undefined}
        className="min-h-0 flex-1 overflow-y-auto [overflow-anchor:none]"
      >
        <div className="pb-2">
          <EarlierMessages shown={shown} />
          {lines.length === 0 ? <EmptyState title={t("empty")} /> : null}
          <Lines
            label={t(isInternal ? "internalLabel" : "label", { name })}
            lines={lines}
            context={context}
            pane={pane}
            startKey={scroll.isAtEnd ? null : startKey}
          />
        </div>
      </div>
      {scroll.isAtEnd ? null : <ToEnd messages={messages} onPress={scroll.toEnd} />}
      <TypingLine interactionId={interaction.id} />
      <ArrivalLog messages={messages} />
    </div>
  );
}

/** What is copied from here says so where it is pasted; a text field inside keeps its own way of copying. */
function copyAsInternal(event: ClipboardEvent, name: string): void {
  const text = window.getSelection()?.toString() ?? "";
  if (text === "" || event.target instanceof HTMLTextAreaElement) return;
  markAsInternal(event.clipboardData, text, { name });
  event.preventDefault();
}

/** Keeps the reader's place, and marks as read what is in sight. */
function useReading(
  pane: RefObject<HTMLElement | null>,
  interaction: InteractionView,
  messages: readonly MessageView[],
  lines: readonly ThreadLine[],
  isVirtual: boolean,
): ThreadScroll {
  const last = lines.at(-1);
  const scroll = useStickToEnd(pane, {
    isVirtual,
    firstKey: messages[0]?.id ?? "",
    lastKey: last?.key ?? "",
    followsAlways: last?.kind === "outgoing" || (last?.kind === "message" && last.message.isMine),
  });
  useMarkRead({
    interactionId: interaction.id,
    lastOrdinal: messages.at(-1)?.ordinal ?? 0,
    lastReadOrdinal: interaction.lastReadOrdinal,
    isInSight: interaction.viewer === "taking_part" && scroll.isAtEnd,
  });
  return scroll;
}

function useLines(interaction: InteractionView, messages: readonly MessageView[], outgoing: readonly OutboxEntry[]) {
  const format = useFormatter();
  // The divider stays where it was when the thread was opened, however far the viewer reads on.
  const [readUpToOrdinal] = useState(interaction.lastReadOrdinal);
  const dayOf = useCallback((at: Date) => format.dateTime(at, { dateStyle: "short" }), [format]);
  return useMemo(
    () => threadLines({ messages, outgoing, readUpToOrdinal, dayOf }),
    [messages, outgoing, readUpToOrdinal, dayOf],
  );
}

/** The first message that was on the screen one render ago: where a list goes on when it becomes a virtual one. */
function useKeyBefore(lines: readonly ThreadLine[]): RefObject<string | null> {
  const before = useRef<string | null>(null);
  useEffect(() => {
    before.current = lines.find(({ kind }) => kind === "message")?.key ?? null;
  }, [lines]);
  return before;
}

function PlainLines({ label, lines, context }: ThreadLinesProps) {
  return (
    <ol aria-label={label}>
      {lines.map((line) => (
        <li key={line.key}>
          <ThreadLineRow line={line} context={context} />
        </li>
      ))}
    </ol>
  );
}

function EarlierMessages({ shown }: { shown: ShownMessages }) {
  const t = useTranslations("conversation.thread");
  if (!shown.hasEarlier) return null;
  return (
    <div className="flex justify-center p-3">
      <Button size="compact" look="ghost" isBusy={shown.isLoadingEarlier} onClick={shown.loadEarlier}>
        {t(shown.isLoadingEarlier ? "loadingEarlier" : "loadEarlier")}
      </Button>
    </div>
  );
}

/** Counts what came while the reader was further up; one press goes there. */
function ToEnd({ messages, onPress }: { messages: readonly MessageView[]; onPress: () => void }) {
  const t = useTranslations("conversation.thread");
  const [seenUpTo] = useState(messages.at(-1)?.ordinal ?? 0);
  const count = messages.filter((each) => each.ordinal > seenUpTo && !each.isMine && !isSaidByDesk(each)).length;
  return (
    <div className="pointer-events-none absolute inset-x-0 bottom-7 flex justify-center">
      <Button
        size="compact"
        look={count > 0 ? "primary" : "secondary"}
        className="pointer-events-auto shadow-pop"
        icon={<ArrowDown className="size-3.5" aria-hidden="true" />}
        onClick={onPress}
      >
        {count > 0 ? t("newBelow", { count }) : t("toLatest")}
      </Button>
    </div>
  );
}
