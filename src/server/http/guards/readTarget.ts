/** What a request asks for. It is read once, and all routing goes by it alone. */
export type Target = {
  /** Begins with one slash, and needs no resolving: every program reads it in the same way. */
  readonly path: string;
  readonly query: URLSearchParams;
};

const PRINTABLE = /^[\x21-\x7e]+$/;
/** Escapes of letters, digits, "-", ".", "_" and "~", which need none: a second spelling of the same path. */
const RESPELLED = /%(?:2[de]|3\d|4[1-9a-f]|5[0-9af]|6[1-9a-f]|7[0-9ae])/i;
/** What some programs resolve and others do not: empty and dot segments, backslashes, escaped slashes and NUL. */
const AMBIGUOUS = /\/\/|\\|%2f|%5c|%00|\/(?:\.|%2e){1,2}(?:\/|$)/i;

/**
 * Reads the target of a request. Null for everything but a plain path with an optional query: absolute forms, `*`,
 * authorities, bad escapes, and paths that a proxy or Next may read in another way than we do.
 */
export function readTarget(text: string | undefined): Target | null {
  if (text === undefined || !PRINTABLE.test(text) || text.includes("#")) return null;
  const [path = "", ...rest] = text.split("?");
  if (!path.startsWith("/") || AMBIGUOUS.test(path) || RESPELLED.test(path) || !hasSoundEscapes(path)) return null;
  return { path, query: new URLSearchParams(rest.join("?")) };
}

function hasSoundEscapes(path: string): boolean {
  try {
    // An escaped control character counts as well.
    return !/\p{Cc}/u.test(decodeURIComponent(path));
  } catch {
    return false;
  }
}
