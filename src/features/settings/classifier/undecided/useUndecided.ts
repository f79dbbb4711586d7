"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useCallback, useEffect, useMemo, useState } from "react";
import { errorCodeOf } from "@/client/errors/errorCodeOf";
import { useErrorText } from "@/client/errors/useErrorText";
import { useTRPCClient } from "@/client/trpc";
import type { UndecidedRequest } from "@/contract/views/classifierViews";
import { useToast } from "@/ui/overlays/useToast";
import { announce } from "@/ui/speech/announcements";

export type Undecided = {
  /** The requests left to label, newest first; null until the first page is there. */
  requests: readonly UndecidedRequest[] | null;
  error: unknown;
  retry: () => void;
  hasMore: boolean;
  isLoadingMore: boolean;
  loadMore: () => void;
  label: (request: UndecidedRequest, category: { id: string; name: string }) => void;
};

/** The undecided requests. A labelled one is hidden at once; a toast offers to undo it, or explains a refusal. */
export function useUndecided(stamp: number, onChanged: () => void): Undecided {
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = usePages();
  const [labelled, setLabelled] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    // Some may have been decided or labelled since.
    if (stamp > 0) void refetch();
  }, [stamp, refetch]);
  const hide = useCallback((id: string) => setLabelled((all) => new Set([...all, id])), []);
  const show = useCallback((id: string) => setLabelled((all) => new Set([...all].filter((each) => each !== id))), []);
  const label = useLabel({ hide, show, onChanged });
  const requests = useMemo(
    () => data?.pages.flatMap((page) => page.requests).filter(({ sequenceId }) => !labelled.has(sequenceId)) ?? null,
    [data, labelled],
  );
  return {
    requests,
    error: data ? null : error,
    retry: useCallback(() => void refetch(), [refetch]),
    hasMore: hasNextPage,
    isLoadingMore: isFetchingNextPage,
    loadMore: useCallback(() => void fetchNextPage(), [fetchNextPage]),
    label,
  };
}

function usePages() {
  const client = useTRPCClient();
  return useInfiniteQuery({
    queryKey: ["undecided requests"],
    queryFn: ({ pageParam, signal }) =>
      client.classifier.undecided.query(pageParam === null ? {} : { after: pageParam }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ after }) => after,
    refetchOnMount: "always",
  });
}

type Hiding = { hide: (id: string) => void; show: (id: string) => void; onChanged: () => void };

function useLabel({ hide, show, onChanged }: Hiding): Undecided["label"] {
  const t = useTranslations("settings.quality.undecided");
  const client = useTRPCClient();
  const toast = useToast();
  const errorText = useErrorText();
  const fail = (error: unknown) => toast.show({ title: t("failed", { reason: errorText(error) }), tone: "bad" });
  const takeBack = async ({ sequenceId, categoryId }: UndecidedRequest, labelledId: string, category: string) => {
    try {
      await client.sequence.setCategory.mutate({ sequenceId, seen: labelledId, categoryId });
      show(sequenceId);
      announce(t("undone"));
      onChanged();
    } catch (error) {
      // The label may have routed the request to a team that the viewer is not in.
      if (errorCodeOf(error) === "not_found") toast.show({ title: t("undoTooLate", { category }), tone: "bad" });
      else fail(error);
    }
  };
  return async (request, { id: categoryId, name: category }) => {
    const { sequenceId, reference, categoryId: seen } = request;
    hide(sequenceId);
    try {
      await client.classifier.label.mutate({ sequenceId, seen, categoryId });
      const undo = { label: t("undo"), onAction: () => void takeBack(request, categoryId, category) };
      toast.show({ title: t("labelled", { reference, category }), action: undo });
      onChanged();
    } catch (error) {
      show(sequenceId);
      fail(error);
    }
  };
}
