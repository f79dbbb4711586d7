/** Stored ids, ids sealed or encoded for outside, and the numbers that people quote. */
const NAMES =
  /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?<![A-Za-z0-9_-])[A-Za-z0-9_-]{22}(?![A-Za-z0-9_-])|\b[0-9A-HJKMNP-TV-Z]{3}-[0-9A-HJKMNP-TV-Z]{4}\b/g;

/**
 * A value as JSON in which every id and reference is numbered by its first occurrence, and each version is its distance
 * from the first version of the same sequence there. Two such texts are the same if the values tell the same.
 */
export function normalized(value: unknown): string {
  const names = new Map<string, string>();
  return JSON.stringify(value, versionSteps(), 1).replace(NAMES, (id) => {
    const name = names.get(id) ?? `#${names.size + 1}`;
    names.set(id, name);
    return name;
  });
}

type Versioned = { sequenceId?: string; id?: string };

function versionSteps() {
  const first = new Map<string | undefined, number>();
  return function step(this: Versioned, key: string, value: unknown): unknown {
    // 0 is the version of a sequence that its reader left: nothing is told of it.
    if (key !== "version" || typeof value !== "number" || value === 0) return value;
    const of = this.sequenceId ?? this.id;
    const base = first.get(of) ?? value;
    first.set(of, base);
    return `+${value - base}`;
  };
}
