"use client";

import type { RefObject } from "react";
import type { InteractionView, MessageView } from "@/contract/views/conversationViews";
import type { ThreadLine } from "../lines/threadLines";
import { useMarkRead } from "./useMarkRead";
import { type ThreadScroll, useStickToEnd } from "./useStickToEnd";

/** Keeps the reader's place, and marks what is in sight as read. */
export function useReading(
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
