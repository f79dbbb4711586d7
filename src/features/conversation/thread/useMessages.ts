"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import { useHeard } from "@/client/live/useHeard";
import { useTRPCClient } from "@/client/trpc";
import { foldMessages } from "@/contract/live/foldMessages";
import type { RepEvent } from "@/contract/live/repEvent";
import type { MessageView } from "@/contract/views/conversationViews";

const PAGE_SIZE = 50;

export type ShownMessages = {
  /** Ascending by ordinal; null until the first page is read. */
  messages: readonly MessageView[] | null;
  hasEarlier: boolean;
  isLoadingEarlier: boolean;
  loadEarlier: () => void;
  error: unknown;
  retry: () => void;
};

/** The messages of one interaction, as far back as pages were read, kept live. */
export function useMessages(interactionId: string): ShownMessages {
  const client = useTRPCClient();
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery({
    queryKey: messagesKey(interactionId),
    queryFn: ({ pageParam, signal }) =>
      client.interaction.messages.query(
        { interactionId, limit: PAGE_SIZE, ...(pageParam === null ? {} : { beforeOrdinal: pageParam }) },
        { signal },
      ),
    initialPageParam: null as number | null,
    getNextPageParam: (earliest) => (earliest.hasEarlier ? (earliest.messages[0]?.ordinal ?? null) : null),
  });
  const concerns = useCallback((event: RepEvent) => isAbout(event, interactionId), [interactionId]);
  const heard = useHeard(concerns);
  const messages = useMemo(() => (data ? foldMessages(data.pages, heard) : null), [data, heard]);
  return {
    messages,
    hasEarlier: hasNextPage,
    isLoadingEarlier: isFetchingNextPage,
    loadEarlier: useCallback(() => void fetchNextPage(), [fetchNextPage]),
    error: data ? null : error,
    retry: useCallback(() => void refetch(), [refetch]),
  };
}

/** The prefix of the cache keys of all interactions' messages. */
export const MESSAGES_KEY = ["messages"] as const;

/** The cache key of an interaction's messages. */
export function messagesKey(interactionId: string): readonly string[] {
  return [...MESSAGES_KEY, interactionId];
}

function isAbout(event: RepEvent, interactionId: string): boolean {
  switch (event.type) {
    case "message":
      return event.message.interactionId === interactionId;
    case "message_removed":
    case "hidden":
      return event.interactionId === interactionId;
    default:
      return false;
  }
}
