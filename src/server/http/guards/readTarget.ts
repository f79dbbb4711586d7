/** What a request asks for: read once, and the only thing by which anything is routed. */
export type Target = {
  /** Begins with one slash and means the same to every reader: nothing in it is left to be resolved. */
  readonly path: string;
  readonly query: URLSearchParams;
};

const PRINTABLE = /^[\x21-\x7e]+$/;
/** What one reader resolves and another does not: empty and dot segments, backslashes, and hidden slashes and ends. */
/** Letters, digits, "-", ".", "_" and "~" written as escapes: another spelling of what has one already. */
const RESPELLED = /%(?:2[de]|3\d|4[1-9a-f]|5[0-9af]|6[1-9a-f]|7[0-9ae])/i;
const AMBIGUOUS = /\/\/|\\|%2f|%5c|%00|\/(?:\.|%2e){1,2}(?:\/|$)/i;

/**
 * Reads the target of a request. Null for every form that is not a plain path with a query: absolute forms, `*`,
 * authorities, bad escapes, and paths that a proxy, or Next, may read in another way than we do.
 */
export function readTarget(text: string | undefined): Target | null {
  if (text === undefined || !PRINTABLE.test(text) || text.includes("#")) return null;
  const [path = "", ...rest] = text.split("?");
  if (!path.startsWith("/") || AMBIGUOUS.test(path) || RESPELLED.test(path) || !hasSoundEscapes(path)) return null;
  return { path, query: new URLSearchParams(rest.join("?")) };
}

function hasSoundEscapes(path: string): boolean {
  try {
    // A control character that is written as an escape is one, too.
    return !/\p{Cc}/u.test(decodeURIComponent(path));
  } catch {
    return false;
  }
}
