import { pressedKey } from "@/ui/keys/pressedKey";
import { signOfCode } from "@/ui/keys/signOfCode";

type Pressed = Pick<
  KeyboardEvent,
  "key" | "code" | "metaKey" | "ctrlKey" | "altKey" | "shiftKey" | "isComposing" | "keyCode"
>;

/** A sign of one script that is not Latin, such as к, ا, ١ or ؟; № stands on Cyrillic keyboards alone. */
const IS_OF_ANOTHER_SCRIPT = /[^\p{scx=Latin}\p{scx=Common}\p{scx=Inherited}]|№/u;

/**
 * What was pressed, as the keymap writes it: `mod+shift+enter`, `?`, `shift+f6`. Shift is named only for keys that
 * have a name; for a sign it is part of the sign. On a keyboard whose letters are not Latin the place of the key
 * counts. Empty while only a modifier is down, and for a key that an input method takes.
 */
export function keysOfEvent(event: Pressed): string {
  const { metaKey, ctrlKey, altKey, shiftKey } = event;
  const key = keyOf(event);
  if (key === "" || key === "Shift" || key === "Control" || key === "Meta" || key === "Alt" || key === "AltGraph") {
    return "";
  }
  const isSign = [...key].length === 1;
  const isMod = metaKey || ctrlKey;
  const isNamed = !isSign || isMod;
  const isAlt = altKey && !(isSign && !isMod && isMadeByAlt(key, event.code));
  const parts = [isMod ? "mod" : "", isAlt ? "alt" : "", shiftKey && isNamed ? "shift" : "", nameOf(key)];
  return parts.filter(Boolean).join("+");
}

function keyOf(event: Pressed): string {
  const key = pressedKey(event);
  return IS_OF_ANOTHER_SCRIPT.test(key) ? (signOfCode(event.code, event.shiftKey) ?? key) : key;
}

/** On many layouts `[` is written with Alt (⌥5 on a German Mac): Alt is then part of the sign, like Shift. */
function isMadeByAlt(key: string, code: string): boolean {
  return /^[!-/:-@[-`{-~]$/.test(key) && key !== signOfCode(code, false) && key !== signOfCode(code, true);
}

/** A Turkish İ with Caps Lock is an i, and an input method's wide letters are letters. */
function nameOf(key: string): string {
  if (key === " ") return "space";
  return key
    .replace(/[\uff01-\uff5e]/g, (wide) => wide.normalize("NFKC"))
    .replace("İ", "i")
    .toLowerCase();
}
