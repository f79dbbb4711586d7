import { pressedKey } from "@/ui/keys/pressedKey";
import { signOfCode } from "@/ui/keys/signOfCode";

type Pressed = Pick<
  KeyboardEvent,
  "key" | "code" | "metaKey" | "ctrlKey" | "altKey" | "shiftKey" | "isComposing" | "keyCode"
>;

/** A character of a script other than Latin, such as к, ا, ١ or ؟. № is only on Cyrillic keyboards. */
const OTHER_SCRIPT = /[^\p{scx=Latin}\p{scx=Common}\p{scx=Inherited}]|№/u;

/**
 * The pressed keys as the keymap writes them: `mod+shift+enter`, `?`, `shift+f6`. Shift is named only with keys that
 * have a name; it is part of any other character. On a keyboard without Latin letters the position of the key counts.
 * Empty for a modifier alone and for a key that an input method takes.
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
  return OTHER_SCRIPT.test(key) ? (signOfCode(event.code, event.shiftKey) ?? key) : key;
}

/** Whether Alt is part of the character, like Shift: on many layouts `[` needs it (⌥5 on a German Mac). */
function isMadeByAlt(key: string, code: string): boolean {
  return /^[!-/:-@[-`{-~]$/.test(key) && key !== signOfCode(code, false) && key !== signOfCode(code, true);
}

/** The name of a key in the keymap. A Turkish İ counts as i, and full-width letters as plain ones. */
function nameOf(key: string): string {
  if (key === " ") return "space";
  return key
    .replace(/[\uff01-\uff5e]/g, (wide) => wide.normalize("NFKC"))
    .replace("İ", "i")
    .toLowerCase();
}
