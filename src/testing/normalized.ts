/** Ids as they are stored, ids sealed or written for outside, and the numbers that people quote. */
const NAMES =
  /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?<![A-Za-z0-9_-])[A-Za-z0-9_-]{22}(?![A-Za-z0-9_-])|\b[0-9A-HJKMNP-TV-Z]{3}-[0-9A-HJKMNP-TV-Z]{4}\b/g;

/** A value as text in which every id and reference is named by its first occurrence: what remains is what it tells. */
export function normalized(value: unknown): string {
  const names = new Map<string, string>();
  return JSON.stringify(value, null, 1).replace(NAMES, (id) => {
    const name = names.get(id) ?? `#${names.size + 1}`;
    names.set(id, name);
    return name;
  });
}
