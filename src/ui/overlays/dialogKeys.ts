import type { KeyboardEvent } from "react";
import { pressedKey } from "../keys/pressedKey";

const TEXT_FIELD = "input:not([type=checkbox],[type=radio],[type=button]),textarea,select,[contenteditable=true]";

/** Marks the field of a window that typing belongs to, wherever in the window the focus is. */
export const TAKES_TYPING = { "data-takes-typing": "" };

/** Brings typing into the field that `TAKES_TYPING` marks: the key then writes there, as nothing else takes it. */
export function typeIntoField(event: KeyboardEvent<HTMLElement>): void {
  const { target, currentTarget } = event;
  const key = pressedKey(event);
  if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey) return;
  if ([...key].length !== 1 || key === " ") return;
  if (!(target instanceof Element) || !currentTarget.contains(target) || target.closest(TEXT_FIELD)) return;
  currentTarget.querySelector<HTMLElement>("[data-takes-typing]")?.focus();
}

/** Whether a key asks to carry out what a window is for: Ctrl+Enter anywhere in it, Enter in a field of one line. */
export function isSubmitKey(event: KeyboardEvent<HTMLElement>): boolean {
  const { target } = event;
  if (event.defaultPrevented || pressedKey(event) !== "Enter") return false;
  if (event.metaKey || event.ctrlKey) return true;
  // Enter in an open list of choices chooses.
  return target instanceof HTMLInputElement && target.matches(TEXT_FIELD) && target.ariaExpanded !== "true";
}
