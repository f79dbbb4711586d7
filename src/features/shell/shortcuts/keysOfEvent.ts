type Pressed = Pick<KeyboardEvent, "key" | "metaKey" | "ctrlKey" | "altKey" | "shiftKey">;

/**
 * What was pressed, as the keymap writes it: `mod+shift+enter`, `?`, `shift+f6`. Shift is named only for keys that
 * have a name; for a sign it is part of the sign. Empty while only a modifier is down.
 */
export function keysOfEvent({ key, metaKey, ctrlKey, altKey, shiftKey }: Pressed): string {
  if (key === "Shift" || key === "Control" || key === "Meta" || key === "Alt") return "";
  const isSign = [...key].length === 1;
  const isNamed = !isSign || metaKey || ctrlKey;
  const parts = [metaKey || ctrlKey ? "mod" : "", altKey ? "alt" : "", shiftKey && isNamed ? "shift" : "", nameOf(key)];
  return parts.filter(Boolean).join("+");
}

const nameOf = (key: string) => (key === " " ? "space" : key.toLowerCase());
