import { clear, createStore, keys, type UseStore } from "idb-keyval";

let opened: UseStore | null = null;

/** The browser's store for drafts and unsent messages. Opened at the first use, since the server has no IndexedDB. */
export function deskStore(): UseStore {
  opened ??= createStore("parley-desk", "kept");
  return opened;
}

let isForgotten = false;

/**
 * Whether this page has forgotten its drafts and is about to be left. Nothing may be stored after that, since it would
 * outlive the sign-out.
 */
export function isDeskForgotten(): boolean {
  return isForgotten;
}

/** Deletes all drafts and unsent messages in this browser. Never fails: a store that cannot be opened keeps nothing. */
export function forgetDesk(): Promise<void> {
  isForgotten = true;
  return clear(deskStore()).catch(() => undefined);
}

/** The prefix of the keys of one person's unsent messages. */
export function unsentPrefix(partyId: string): string {
  return `outbox:${partyId}:`;
}

/** How many messages of a person this browser has not sent yet; 0 if the store cannot be read. */
export async function countUnsent(partyId: string): Promise<number> {
  const kept = await keys(deskStore()).catch(() => []);
  return kept.filter((key) => String(key).startsWith(unsentPrefix(partyId))).length;
}
