"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import { useTRPCClient } from "@/client/trpc";
import type { ExamplePage, ExampleView } from "@/contract/views/classifierViews";

export type Examples = {
  category: ExamplePage["category"] | null;
  /** The examples loaded so far, newest first; null until the first page is there. */
  examples: readonly ExampleView[] | null;
  error: unknown;
  /** True while the result for other words is being read. */
  isSearching: boolean;
  hasMore: boolean;
  isLoadingMore: boolean;
  loadMore: () => void;
  readAgain: () => Promise<unknown>;
};

/** The examples of a category that contain all of the words, page by page. */
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
