import { del, entries, set } from "idb-keyval";
import { deskStore, isDeskForgotten, unsentPrefix } from "@/features/shell/deskStore";
import type { OutboxEntry } from "./outbox";

/** A store in which unsent messages survive a reload. It never rejects; if it is full, they last as long as the page. */
export type KeptOutbox = {
  all: () => Promise<OutboxEntry[]>;
  keep: (entry: OutboxEntry) => Promise<void>;
  forget: (clientId: string) => Promise<void>;
};

/** The unsent messages of one person in this browser, one record each, so two tabs do not overwrite each other. */
export function keptOutbox(partyId: string): KeptOutbox {
  const prefix = unsentPrefix(partyId);
  return {
    async all() {
      const kept = (await attempt(() => entries<string, OutboxEntry>(deskStore()))) ?? [];
      return kept.flatMap(([key, entry]) => (String(key).startsWith(prefix) ? [entry] : []));
    },
    async keep(entry) {
      if (!isDeskForgotten()) await attempt(() => set(prefix + entry.clientId, entry, deskStore()));
    },
    forget: (clientId) => attempt(() => del(prefix + clientId, deskStore())),
  };
}

/** What the store answers; undefined if it is full or forbidden. */
async function attempt<Answer>(act: () => Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await act();
  } catch {
    return undefined;
  }
}
