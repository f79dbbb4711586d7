import { legacyEncoding, readLegacy } from "./legacyEncoding";

/** A file's text and how it was written, or where the first byte stands that makes no sense. */
export type DecodedFile = { text: string; encoding: string } | { text: null; line: number; column: number };

/** By their first bytes; the longer marks come first. */
const MARKS: readonly [mark: readonly number[], encoding: string | null][] = [
  [[0xff, 0xfe, 0, 0], null],
  [[0, 0, 0xfe, 0xff], null],
  [[0xef, 0xbb, 0xbf], "utf-8"],
  [[0xff, 0xfe], "utf-16le"],
  [[0xfe, 0xff], "utf-16be"],
];

/**
 * Reads a text file as office programs write it: UTF-8 and UTF-16 with and without their mark, and the one-byte
 * encodings of Windows and the Mac. Nothing is replaced: what cannot be read is refused with its place.
 *
 * @param languages those of the sender, who most likely wrote the file, as their browser names them
 */
export function decodeFile(bytes: Uint8Array, languages = ""): DecodedFile {
  const marked = MARKS.find(([mark]) => mark.every((byte, index) => bytes[index] === byte));
  const encoding = marked ? marked[1] : (unmarkedUtf16(bytes) ?? "utf-8");
  const text = encoding === null ? null : decoded(bytes, encoding);
  if (text !== null && encoding !== null) return { text, encoding };
  const legacy = marked || encoding !== "utf-8" ? null : legacyEncoding(bytes, languages);
  const old = legacy === null ? "\ufffd" : readLegacy(bytes, legacy);
  if (legacy !== null && !old.includes("\ufffd")) return { text: old, encoding: legacy };
  return { text: null, ...placeOfFault(bytes, encoding ?? "utf-8") };
}

/** A header is of ASCII letters: in UTF-16 every other byte of it is zero. */
function unmarkedUtf16(bytes: Uint8Array): string | null {
  const [a, b, c, d] = bytes;
  if (b === 0 && d === 0 && a !== 0) return "utf-16le";
  return a === 0 && c === 0 && b !== 0 && b !== undefined ? "utf-16be" : null;
}

function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function placeOfFault(bytes: Uint8Array, encoding: string): { line: number; column: number } {
  const [before = ""] = new TextDecoder(encoding).decode(bytes).split("\ufffd", 1);
  const lines = before.split(/\r\n|[\r\n]/);
  return { line: lines.length, column: [...(lines.at(-1) ?? "")].length + 1 };
}
