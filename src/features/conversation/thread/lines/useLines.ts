"use client";

import { useFormatter } from "next-intl";
import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { InteractionView, MessageView } from "@/contract/views/conversationViews";
import type { OutboxEntry } from "../../outbox/outbox";
import { type ThreadLine, threadLines } from "./threadLines";

/** The lines of a thread, with a divider before what was unread when the thread was opened. */
export function useLines(
  interaction: InteractionView,
  messages: readonly MessageView[],
  outgoing: readonly OutboxEntry[],
): ThreadLine[] {
  const format = useFormatter();
  // Reading on does not move the divider.
  const [readUpToOrdinal] = useState(interaction.lastReadOrdinal);
  const dayOf = useCallback((at: Date) => format.dateTime(at, { dateStyle: "short" }), [format]);
  return useMemo(
    () => threadLines({ messages, outgoing, readUpToOrdinal, dayOf }),
    [messages, outgoing, readUpToOrdinal, dayOf],
  );
}

/** The key of the first message one render ago. A list that becomes virtual continues from there. */
export function useKeyBefore(lines: readonly ThreadLine[]): RefObject<string | null> {
  const before = useRef<string | null>(null);
  useEffect(() => {
    before.current = lines.find(({ kind }) => kind === "message")?.key ?? null;
  }, [lines]);
  return before;
}
