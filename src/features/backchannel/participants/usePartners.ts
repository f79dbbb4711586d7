"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTRPC } from "@/client/trpc";
import { DIRECTORY_TEXT_LENGTH_MAX } from "@/contract/inputs/limits";
import type { DirectoryEntry } from "@/contract/views/organizationViews";
import { cutToLength } from "@/domain/text/graphemes";

const SEARCH_AFTER_MS = 150;

/** Teams and people whose name matches (O3). The last hits stay while a search is on its way. */
export function usePartners(typed: string): { partners: DirectoryEntry[]; isSearching: boolean; error: unknown } {
  const trpc = useTRPC();
  const wanted = cutToLength(typed.trim(), DIRECTORY_TEXT_LENGTH_MAX);
  const text = useSettled(wanted);
  const { data, isFetching, error } = useQuery(
    trpc.directory.search.queryOptions(
      { text },
      // Availability changes all the time: show the cached answer, and ask again.
      { staleTime: 0, placeholderData: keepPreviousData },
    ),
  );
  return { partners: data ?? [], isSearching: isFetching || text !== wanted, error };
}

function useSettled(typed: string): string {
  const [settled, setSettled] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed), SEARCH_AFTER_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return settled;
}
