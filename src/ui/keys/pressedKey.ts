type NativePress = Pick<KeyboardEvent, "key" | "isComposing" | "keyCode">;

/** A keydown event of the browser, or React's wrapper of one. */
export type KeyPress = NativePress | { nativeEvent: NativePress };

/** Safari ends a composition before its last keydown. Only this code tells that the input method took the key. */
const INPUT_METHOD_KEY_CODE = 229;

/**
 * The pressed key as `KeyboardEvent.key` names it, or "" if an input method takes it: Enter accepts a candidate there,
 * and Escape drops one. Every key handler reads its keys with this.
 */
export function pressedKey(press: KeyPress): string {
  const { key, isComposing, keyCode } = "nativeEvent" in press ? press.nativeEvent : press;
  return isComposing || keyCode === INPUT_METHOD_KEY_CODE ? "" : key;
}

/** Keeps keys that an input method takes from a Base UI primitive. To be used as `onKeyDown` of its field. */
export function leaveToInputMethod(event: KeyPress & { preventBaseUIHandler: () => void }): void {
  if (pressedKey(event) === "") event.preventBaseUIHandler();
}
