/** What the other keys write on the US layout, without and with Shift. */
const SIGNS: Readonly<Record<string, string>> = {
  Minus: "-_",
  Equal: "=+",
  BracketLeft: "[{",
  BracketRight: "]}",
  Backslash: "\\|",
  Semicolon: ";:",
  Quote: "'\"",
  Backquote: "`~",
  Comma: ",<",
  Period: ".>",
  Slash: "/?",
};
const SHIFTED_DIGITS = ")!@#$%^&*(";

/** The character that the physical key `code` writes on the US layout; undefined for a key that writes none. */
export function signOfCode(code: string, isShifted: boolean): string | undefined {
  const [, letter] = /^Key([A-Z])$/.exec(code) ?? [];
  if (letter) return isShifted ? letter : letter.toLowerCase();
  const [, place, digit = ""] = /^(Digit|Numpad)(\d)$/.exec(code) ?? [];
  if (place) return isShifted && place === "Digit" ? SHIFTED_DIGITS[Number(digit)] : digit;
  return SIGNS[code]?.[isShifted ? 1 : 0];
}
