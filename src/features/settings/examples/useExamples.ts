"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import { useTRPCClient } from "@/client/trpc";
import type { ExamplePage, ExampleView } from "@/contract/views/classifierViews";

export type Examples = {
  category: ExamplePage["category"] | null;
  /** Those loaded so far, newest first; null while the first page is on its way. */
  examples: readonly ExampleView[] | null;
  error: unknown;
  /** Other words are being looked for. */
  isSearching: boolean;
  hasMore: boolean;
  isLoadingMore: boolean;
  loadMore: () => void;
  readAgain: () => Promise<unknown>;
};

/** A category's examples that have all of the words in them, page by page. */
export function useExamples(categoryId: string, words: string): Examples {
  const client = useTRPCClient();
  const { data, error, hasNextPage, isFetchingNextPage, isPlaceholderData, fetchNextPage, refetch } = useInfiniteQuery({
    queryKey: ["examples", categoryId, words],
    queryFn: ({ pageParam, signal }) =>
      client.classifier.examples.query(
        { categoryId, words, ...(pageParam === null ? {} : { after: pageParam }) },
        { signal },
      ),
    initialPageParam: null as number | null,
    getNextPageParam: ({ after }) => after,
    placeholderData: keepPreviousData,
    refetchOnMount: "always",
  });
  return {
    category: data?.pages[0]?.category ?? null,
    examples: useMemo(() => data?.pages.flatMap((page) => page.examples) ?? null, [data]),
    error: data ? null : error,
    isSearching: isPlaceholderData,
    hasMore: hasNextPage && !isPlaceholderData,
    isLoadingMore: isFetchingNextPage,
    loadMore: useCallback(() => void fetchNextPage(), [fetchNextPage]),
    readAgain: refetch,
  };
}
