import { type KeyPress, pressedKey } from "./pressedKey";

/** Keeps a primitive of Base UI from keys that an input method takes; an `onKeyDown` for its field. */
export function leaveToInputMethod(event: KeyPress & { preventBaseUIHandler: () => void }): void {
  if (pressedKey(event) === "") event.preventBaseUIHandler();
}
