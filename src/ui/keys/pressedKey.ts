type NativePress = Pick<KeyboardEvent, "key" | "isComposing" | "keyCode">;

/** A keydown of the browser, or React's wrapping of one. */
export type KeyPress = NativePress | { nativeEvent: NativePress };

/** Safari ends a composition before its keydown, and then only this code tells whose key it was. */
const INPUT_METHOD_KEY_CODE = 229;

/**
 * The key that was pressed, as `KeyboardEvent.key` names it; empty while an input method has it: the Enter that takes a
 * candidate and the Escape that drops one belong to the writing of a word. Every key handler reads keys by this.
 */
export function pressedKey(press: KeyPress): string {
  const { key, isComposing, keyCode } = "nativeEvent" in press ? press.nativeEvent : press;
  return isComposing || keyCode === INPUT_METHOD_KEY_CODE ? "" : key;
}

/** Keeps a primitive of Base UI from keys that an input method takes; an `onKeyDown` for its field. */
export function leaveToInputMethod(event: KeyPress & { preventBaseUIHandler: () => void }): void {
  if (pressedKey(event) === "") event.preventBaseUIHandler();
}
