"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/client/trpc";
import type { FoundSequence } from "@/contract/views/requestViews";
import { referenceIn } from "@/domain/conversation/referenceIn";

type Found = {
  /** The reference that was typed and looked up; null while there is none or its answer has not come. */
  reference: string | null;
  found: FoundSequence | null;
};

/** The request whose number is typed, if the viewer may see it. */
export function useFoundRequest(typed: string): Found {
  const trpc = useTRPC();
  const reference = referenceIn(typed);
  const { data } = useQuery({
    ...trpc.sequence.find.queryOptions({ text: reference ?? "" }),
    enabled: reference !== null,
  });
  return reference === null || data === undefined ? { reference: null, found: null } : { reference, found: data };
}
