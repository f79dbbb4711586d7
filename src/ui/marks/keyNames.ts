const APPLE: Record<string, string> = { mod: "⌘", shift: "⇧", alt: "⌥", ctrl: "⌃" };
const OTHERS: Record<string, string> = { mod: "Ctrl", shift: "Shift", alt: "Alt", ctrl: "Ctrl" };
const BOTH: Record<string, string> = {
  enter: "↵",
  escape: "Esc",
  arrowup: "↑",
  arrowdown: "↓",
  arrowleft: "←",
  arrowright: "→",
  space: "Space",
};

/** The caps to press, step by step: `g b` is two steps of one cap each, `mod+k` one step of two. */
export function keyNames(keys: string, isApple: boolean): string[][] {
  return keys.split(" ").map((step) => step.split("+").map((key) => nameOf(key, isApple)));
}

function nameOf(key: string, isApple: boolean): string {
  const named = (isApple ? APPLE : OTHERS)[key] ?? BOTH[key];
  return named ?? key.toUpperCase();
}
