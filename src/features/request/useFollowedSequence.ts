"use client";

import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { FollowedEvent } from "@/client/live/createLiveStore";
import { useLiveStore } from "@/client/live/LiveProvider";
import { lookDemand } from "@/client/live/lookDemand";
import { useMe } from "@/client/me/MeGate";
import { useTRPC } from "@/client/trpc";
import type { InteractionView } from "@/contract/views/conversationViews";
import { isSeenByPrivilege } from "@/domain/pov/isSeenByPrivilege";
import { MESSAGES_KEY, messagesKey } from "../conversation/thread/useMessages";

/** Whether the viewer sees one of these interactions by role or rule alone, so that no list of theirs tells of it. */
export function useIsPrivileged(interactions: readonly InteractionView[]): boolean {
  const { organization, teams } = useMe();
  const groupIds = [...teams.map(({ id }) => id), organization.id];
  return interactions.some((each) => isSeenByPrivilege(each, groupIds));
}

/**
 * Has the stream follow an open sequence that the viewer sees by privilege. What it tells replaces the page of the
 * sequence, and the threads are read again.
 *
 * @param sequenceId null if the viewer's own lists tell of it
 */
export function useFollowedSequence(sequenceId: string | null): void {
  const store = useLiveStore();
  const queryClient = useQueryClient();
  const trpc = useTRPC();
  useEffect(() => {
    if (sequenceId === null) return;
    const keys = {
      sequence: trpc.sequence.get.queryKey({ sequenceId }),
      interactionOf: (interactionId: string) => trpc.interaction.get.queryKey({ interactionId }),
      interactions: trpc.interaction.get.pathKey(),
    };
    const stopHearing = store.onFollowed((event) => {
      if (event.sequenceId === sequenceId) void take(event, keys, queryClient);
    });
    const stopLooking = lookDemand.look(sequenceId);
    return () => {
      stopHearing();
      stopLooking();
    };
  }, [sequenceId, store, queryClient, trpc]);
}

type Keys = {
  sequence: readonly unknown[];
  interactionOf: (interactionId: string) => readonly unknown[];
  interactions: readonly unknown[];
};

async function take({ sequence }: FollowedEvent, keys: Keys, queryClient: QueryClient): Promise<void> {
  // A query that is on its way may answer with an older state.
  await queryClient.cancelQueries({ queryKey: keys.sequence });
  if (sequence === null) {
    // Forget what was shown and ask again: the answer says that it is gone.
    const lost = [keys.sequence, keys.interactions, MESSAGES_KEY];
    return void (await Promise.all(lost.map((queryKey) => queryClient.resetQueries({ queryKey }))));
  }
  queryClient.setQueryData(keys.sequence, sequence);
  const touched = sequence.interactions.flatMap(({ id }) => [messagesKey(id), keys.interactionOf(id)]);
  await Promise.all(touched.map((queryKey) => queryClient.invalidateQueries({ queryKey })));
}
