/** Ids as they are stored, ids sealed or written for outside, and the numbers that people quote. */
const NAMES =
  /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?<![A-Za-z0-9_-])[A-Za-z0-9_-]{22}(?![A-Za-z0-9_-])|\b[0-9A-HJKMNP-TV-Z]{3}-[0-9A-HJKMNP-TV-Z]{4}\b/g;

/**
 * A value as text in which every id and reference is named by its first occurrence, and a version of a sequence is how
 * far it is from the first one that stands there: what remains is what it tells.
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
    // Nought stands for what one left: no version is told of that.
    if (key !== "version" || typeof value !== "number" || value === 0) return value;
    const of = this.sequenceId ?? this.id;
    const base = first.get(of) ?? value;
    first.set(of, base);
    return `+${value - base}`;
  };
}
