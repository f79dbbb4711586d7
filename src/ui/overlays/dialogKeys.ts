import type { KeyboardEvent } from "react";
import { pressedKey } from "../keys/pressedKey";

const TEXT_FIELD = "input:not([type=checkbox],[type=radio],[type=button]),textarea,select,[contenteditable=true]";

/** Marks the field of a window that typing goes to, wherever in the window the focus is. */
export const TAKES_TYPING = { "data-takes-typing": "" };

/** Moves the focus to the field marked by `TAKES_TYPING` when a character is typed elsewhere: the field gets it. */
export function typeIntoField(event: KeyboardEvent<HTMLElement>): void {
  const { target, currentTarget } = event;
  const key = pressedKey(event);
  if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey) return;
  if ([...key].length !== 1 || key === " ") return;
  if (!(target instanceof Element) || !currentTarget.contains(target) || target.closest(TEXT_FIELD)) return;
  currentTarget.querySelector<HTMLElement>("[data-takes-typing]")?.focus();
}

/** Whether a key asks for the main action of a window: Ctrl+Enter anywhere in it, or Enter in a field of one line. */
export function isSubmitKey(event: KeyboardEvent<HTMLElement>): boolean {
  const { target } = event;
  if (event.defaultPrevented || pressedKey(event) !== "Enter") return false;
  if (event.metaKey || event.ctrlKey) return true;
  // In an open list of choices, Enter chooses.
  return target instanceof HTMLInputElement && target.matches(TEXT_FIELD) && target.ariaExpanded !== "true";
}
