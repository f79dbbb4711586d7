import { del, get, set } from "idb-keyval";
import { deskStore, isDeskForgotten } from "@/features/shell/deskStore";

/**
 * The key of an unfinished text: its writer and its interaction. Switching panes never carries a text from a
 * backchannel to the customer, and another person at this browser never finds it.
 */
export function draftKey(partyId: string, interactionId: string): string {
  return `draft:${partyId}:${interactionId}`;
}

/** The key of an unfinished question to specialists: its writer and the interaction it is asked from. */
export function questionDraftKey(partyId: string, parentId: string): string {
  return `question:${partyId}:${parentId}`;
}

/** The unfinished text under a key; "" if there is none, or no store that can be read. */
export async function readDraft(key: string): Promise<string> {
  try {
    const text = await get<unknown>(key, deskStore());
    return typeof text === "string" ? text : "";
  } catch {
    return "";
  }
}

/** Keeps an unfinished text, or forgets an empty one. Resolves to whether the text is kept; a store can be full. */
export async function keepDraft(key: string, text: string): Promise<boolean> {
  if (isDeskForgotten()) return false;
  try {
    await (text === "" ? del(key, deskStore()) : set(key, text, deskStore()));
    return text !== "";
  } catch {
    return false;
  }
}
