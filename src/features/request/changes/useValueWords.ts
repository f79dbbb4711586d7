"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { categoryOptions } from "@/client/categories/categoryOptions";
import { useTRPC } from "@/client/trpc";
import type { SequenceChange } from "./pendingChanges";

/** The value of a change in words, for showing two conflicting values. */
export function useValueWords(): (change: SequenceChange) => string {
  const header = useTranslations("conversation.header");
  const states = useTranslations("states.sequence");
  const trpc = useTRPC();
  const { data } = useQuery(trpc.category.list.queryOptions({}));
  return useCallback(
    ({ state, categoryId, subject }) => {
      if (state !== undefined) return states(state);
      if (subject !== undefined) return subject === "" ? header("emptySubject") : subject;
      if (categoryId === null || categoryId === undefined) return header("noCategory");
      return categoryOptions(data ?? [], categoryId).find(({ id }) => id === categoryId)?.label ?? header("noCategory");
    },
    [header, states, data],
  );
}
