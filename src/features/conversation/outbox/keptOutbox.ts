import { del, entries, set } from "idb-keyval";
import { deskStore, isDeskForgotten, unsentPrefix } from "@/features/shell/deskStore";
import type { OutboxEntry } from "./outbox";

/** A store in which unsent messages survive a reload. */
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
      const kept = await entries<string, OutboxEntry>(deskStore());
      return kept.flatMap(([key, entry]) => (String(key).startsWith(prefix) ? [entry] : []));
    },
    keep: async (entry) => (isDeskForgotten() ? undefined : set(prefix + entry.clientId, entry, deskStore())),
    forget: (clientId) => del(prefix + clientId, deskStore()),
  };
}
