"use client";

import { createContext, type ReactNode, useContext, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { v4 as newUuid } from "uuid";
import { errorCodeOf } from "@/client/errors/errorCodeOf";
import { expectEcho } from "@/client/live/expectEcho";
import { useLiveStore } from "@/client/live/LiveProvider";
import { useHeard } from "@/client/live/useHeard";
import { useLiveStatus } from "@/client/live/useLiveStatus";
import { useMe } from "@/client/me/MeGate";
import { useTRPCClient } from "@/client/trpc";
import type { RepEvent } from "@/contract/live/repEvent";
import type { MessageView } from "@/contract/views/conversationViews";
import { keptOutbox } from "./keptOutbox";
import type { OutboxEntry } from "./outbox";
import { createOutboxStore, type OutboxStore } from "./outboxStore";
import { askedWaitMs, refusalOf } from "./refusalOf";

const ANSWER_WITHIN_MS = 20_000;

const NOTHING: readonly OutboxEntry[] = [];

const OutboxContext = createContext<OutboxStore | null>(null);

/** Holds the outbox of this tab, for all interactions. It stays mounted while the screens below it change. */
export function OutboxProvider({ children }: { children: ReactNode }) {
  const client = useTRPCClient();
  const live = useLiveStore();
  const { partyId } = useMe();
  const [store] = useState(() =>
    createOutboxStore({
      kept: keptOutbox(partyId),
      nowMs: () => Date.now(),
      newId: () => newUuid(),
      jitter: () => Math.random(),
      refusalOf,
      toldWaitMs: askedWaitMs,
      async post({ interactionId, clientId, body, expectedAudience, thenState }) {
        const then = thenState === null ? {} : { thenState };
        const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
        try {
          await client.interaction.post.mutate(
            { interactionId, clientId, body, expectedAudience, ...then },
            { signal },
          );
        } catch (error) {
          // When no answer came, the stream may be dead, too.
          if (errorCodeOf(error) === "unreachable") live.wake();
          throw error;
        }
        expectEcho(live, clientId);
      },
    }),
  );
  useEffect(() => {
    void store.restore();
    return () => store.stop();
  }, [store]);
  const connection = useLiveStatus("connection");
  useEffect(() => {
    if (connection === "live") store.hurry();
  }, [store, connection]);
  useEchoes(store);
  return <OutboxContext value={store}>{children}</OutboxContext>;
}

const isMessage = ({ type }: RepEvent) => type === "message";

/** Forgets entries whose message the stream has told, on whatever screen the rep is. */
function useEchoes(store: OutboxStore): void {
  const heard = useHeard(isMessage);
  const told = useMemo(() => heard.flatMap(({ event }) => (event.type === "message" ? event.message : [])), [heard]);
  useArrived(store, told);
}

/** Forgets entries whose message is among these. */
export function useArrived(store: OutboxStore, messages: readonly MessageView[]): void {
  const outbox = useSyncExternalStore(store.subscribe, store.current, () => NOTHING);
  useEffect(() => {
    if (outbox.length > 0) store.echoed(new Set(messages.map(({ clientId }) => clientId)));
  }, [store, outbox, messages]);
}

/** The outbox of this tab; only below `OutboxProvider`. */
export function useOutbox(): OutboxStore {
  const store = useContext(OutboxContext);
  if (!store) throw new Error("useOutbox is used outside OutboxProvider");
  return store;
}

/** Whether the outbox takes no more messages now. */
export function useOutboxFull(): boolean {
  const store = useOutbox();
  return useSyncExternalStore(store.subscribe, store.isFull, () => false);
}

/** The outbox entries of one interaction, in the order of writing. */
export function useOutgoing(interactionId: string): readonly OutboxEntry[] {
  const store = useOutbox();
  const outbox = useSyncExternalStore(store.subscribe, store.current, () => NOTHING);
  return useMemo(() => outbox.filter((entry) => entry.interactionId === interactionId), [outbox, interactionId]);
}
