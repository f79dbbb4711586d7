import { del, get, set } from "idb-keyval";
import { deskStore } from "@/features/shell/deskStore";

/** The unfinished text under a key, or "" where there is none. */
export async function readDraft(key: string): Promise<string> {
  const text = await get<unknown>(key, deskStore());
  return typeof text === "string" ? text : "";
}

/** Keeps an unfinished text; an empty one is forgotten. */
export function keepDraft(key: string, text: string): Promise<void> {
  return text === "" ? del(key, deskStore()) : set(key, text, deskStore());
}
