import { del, get, set } from "idb-keyval";
import { deskStore, isDeskForgotten } from "@/features/shell/deskStore";

/**
 * Where an unfinished text is kept: by its writer and by the one interaction it is for, so that switching panes never
 * carries a text from a backchannel to the customer, and another person at this browser never finds it.
 */
export function draftKey(partyId: string, interactionId: string): string {
  return `draft:${partyId}:${interactionId}`;
}

/** Where an unfinished question to specialists is kept, by the interaction that it would be asked from. */
export function questionDraftKey(partyId: string, parentId: string): string {
  return `question:${partyId}:${parentId}`;
}

/** The unfinished text under a key, or "" where there is none. */
export async function readDraft(key: string): Promise<string> {
  const text = await get<unknown>(key, deskStore());
  return typeof text === "string" ? text : "";
}

/** Keeps an unfinished text; an empty one is forgotten. */
export async function keepDraft(key: string, text: string): Promise<void> {
  if (isDeskForgotten()) return;
  return text === "" ? del(key, deskStore()) : set(key, text, deskStore());
}
