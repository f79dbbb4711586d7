const REFERENCE = /^#?([0-9A-HJKMNP-TV-Z]{3})-?([0-9A-HJKMNP-TV-Z]{4})$/;
/** References never contain these letters, because people read them as the digits. */
const READ_AS: Readonly<Record<string, string>> = { O: "0", I: "1", L: "1" };

/**
 * The stored form of a reference that somebody typed, or null for other text. Case, spaces, a leading "#" and the dash
 * do not matter.
 */
export function referenceIn(text: string): string | null {
  const typed = text
    .replace(/\s/g, "")
    .toUpperCase()
    .replace(/[OIL]/g, (letter) => READ_AS[letter] ?? letter);
  const [, first, last] = REFERENCE.exec(typed) ?? [];
  return first === undefined || last === undefined ? null : `${first}-${last}`;
}
