"use client";

import { useTranslations } from "next-intl";
import { type ClipboardEvent, useRef } from "react";
import { useErrorText } from "@/client/errors/useErrorText";
import type { InteractionView, MessageView } from "@/contract/views/conversationViews";
import { Button } from "@/ui/Button";
import { EmptyState } from "@/ui/states/EmptyState";
import { ErrorState } from "@/ui/states/ErrorState";
import { Skeleton } from "@/ui/states/Skeleton";
import { markAsInternal } from "../clipboard/internalClipboard";
import { useArrived, useOutbox, useOutgoing } from "../outbox/OutboxProvider";
import type { OutboxEntry } from "../outbox/outbox";
import { ThreadLineRow } from "./lines/ThreadLineRow";
import { useKeyBefore, useLines } from "./lines/useLines";
import { type ThreadLinesProps, VirtualLines } from "./lines/VirtualLines";
import type { Part } from "./message/usePart";
import { ArrivalLog } from "./reading/ArrivalLog";
import { ToEnd } from "./reading/ToEnd";
import { TypingLine } from "./reading/TypingLine";
import { useReading } from "./reading/useReading";
import { useSendingAnnounced } from "./reading/useSendingAnnounced";
import { type ShownMessages, useMessages } from "./useMessages";

/** Up to this many lines, all are in the document, so that the browser's own search finds them. */
const PLAIN_LINES_MAX = 200;

export type ThreadProps = {
  interaction: InteractionView;
  /** The name of the customer or of the backchannel. */
  name: string;
  /** Quotes a message of this thread in the reply to the customer; null if there is no reply to write. */
  onQuote: ((message: MessageView) => void) | null;
  /** Splits off a customer's message and what follows as a matter of its own; absent if the viewer may not. */
  onPart?: Part;
  /** Puts an unsent message back into the composer. */
  onEditOutgoing: (entry: OutboxEntry) => void;
};

/** The messages of one interaction, kept live. The server has applied the point of view; nothing is hidden here. */
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
  // A message that was sent again after a reload may be on the page already; the stream does not tell it again.
  useArrived(useOutbox(), messages);
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

/** Marks copied text as internal. Text fields inside the thread copy as usual. */
function copyAsInternal(event: ClipboardEvent, name: string): void {
  const text = window.getSelection()?.toString() ?? "";
  if (text === "" || event.target instanceof HTMLTextAreaElement) return;
  markAsInternal(event.clipboardData, text, { name });
  event.preventDefault();
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
