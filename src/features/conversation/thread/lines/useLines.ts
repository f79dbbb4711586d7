"use client";

import { useFormatter } from "next-intl";
import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { InteractionView, MessageView } from "@/contract/views/repViews";
import type { OutboxEntry } from "../../outbox/outbox";
import { type ThreadLine, threadLines } from "./threadLines";

/** The lines of a thread as it stands now, with the divider before what was unread when it was opened. */
export function useLines(
  interaction: InteractionView,
  messages: readonly MessageView[],
  outgoing: readonly OutboxEntry[],
): ThreadLine[] {
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
export function useKeyBefore(lines: readonly ThreadLine[]): RefObject<string | null> {
  const before = useRef<string | null>(null);
  useEffect(() => {
    before.current = lines.find(({ kind }) => kind === "message")?.key ?? null;
  }, [lines]);
  return before;
}
