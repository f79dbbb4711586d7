import { del, get, set } from "idb-keyval";
import { deskStore, isDeskForgotten } from "@/features/shell/deskStore";

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
