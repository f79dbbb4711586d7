import { clear, createStore, keys, type UseStore } from "idb-keyval";

let opened: UseStore | null = null;

/** The browser's own store for drafts and unsent messages; opened at the first use, for the server has none. */
export function deskStore(): UseStore {
  opened ??= createStore("parley-desk", "kept");
  return opened;
}

let isForgotten = false;

/**
 * Whether this page has forgotten what it kept, and is about to go: what a draft or an outbox would keep after that would
 * outlive the signing out.
 */
export function isDeskForgotten(): boolean {
  return isForgotten;
}

/** Forgets all drafts and unsent messages that this browser keeps; what cannot be reached is forgotten already. */
export function forgetDesk(): Promise<void> {
  isForgotten = true;
  return clear(deskStore()).catch(() => undefined);
}

/** What the keys of one person's unsent messages begin with. */
export function unsentPrefix(partyId: string): string {
  return `outbox:${partyId}:`;
}

/** How many messages of a person this browser has not sent yet. */
export async function countUnsent(partyId: string): Promise<number> {
  const kept = await keys(deskStore()).catch(() => []);
  return kept.filter((key) => String(key).startsWith(unsentPrefix(partyId))).length;
}
