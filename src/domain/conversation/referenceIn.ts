const REFERENCE = /^#?([0-9A-HJKMNP-TV-Z]{3})-?([0-9A-HJKMNP-TV-Z]{4})$/;
/** Letters that references leave out, since people read them as these digits. */
const READ_AS: Readonly<Record<string, string>> = { O: "0", I: "1", L: "1" };

/** The reference that somebody typed, as it is stored: in any case, with or without "#" and its dash; null for other text. */
export function referenceIn(text: string): string | null {
  const typed = text
    .replace(/\s/g, "")
    .toUpperCase()
    .replace(/[OIL]/g, (letter) => READ_AS[letter] ?? letter);
  const [, first, last] = REFERENCE.exec(typed) ?? [];
  return first === undefined || last === undefined ? null : `${first}-${last}`;
}
