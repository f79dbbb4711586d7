"use client";

import { useQuery } from "@tanstack/react-query";
import { referenceIn } from "@/domain/sequence/referenceIn";
import type { FoundSequence } from "@/domain/views/repViews";
import { useTRPC } from "@/features/live/trpc";

type Found = {
  /** The reference that was typed and looked up; null while none is, or its answer is on its way. */
  reference: string | null;
  found: FoundSequence | null;
};

/** The request whose number is typed, within what the viewer may see. */
export function useFoundRequest(typed: string): Found {
  const trpc = useTRPC();
  const reference = referenceIn(typed);
  const { data } = useQuery({
    ...trpc.sequence.find.queryOptions({ text: reference ?? "" }),
    enabled: reference !== null,
  });
  return reference === null || data === undefined ? { reference: null, found: null } : { reference, found: data };
}
