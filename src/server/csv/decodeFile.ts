import { legacyEncoding, readLegacy } from "./legacyEncoding";

/** Why and where a file cannot be read. `value` shows the encodings, or the two readings of a word. */
export type UnreadFile = {
  reason: "unknown_encoding" | "unclear_encoding" | "unread_encoding";
  /** The place, from 1, of the first character that cannot be read for certain. */
  line: number;
  column: number;
  value: string;
};

/** The text of a file with its encoding, or why it cannot be read. */
export type DecodedFile = { text: string; encoding: string } | ({ text: null } & UnreadFile);

/** Byte order marks. Longer ones come first. Null: not supported. */
const MARKS: readonly [mark: readonly number[], encoding: string | null][] = [
  [[0xff, 0xfe, 0, 0], null],
  [[0, 0, 0xfe, 0xff], null],
  [[0xef, 0xbb, 0xbf], "utf-8"],
  [[0xff, 0xfe], "utf-16le"],
  [[0xfe, 0xff], "utf-16be"],
];
/** The escapes by which ISO-2022 switches alphabets. Such a file is all ASCII, but reads as nonsense. */
const ESCAPE = "\u001b";
const SWITCH = new RegExp(`${ESCAPE}(?:\\$\\)?[@A-C]|\\([BIJ])`);
const LINE_ENDS = /\r\n|[\r\n]/;
const BETWEEN_WORDS = /[\s;,|"]+/;
const NAMES: Readonly<Record<string, string>> = {
  shift_jis: "Shift JIS",
  "euc-jp": "EUC-JP",
  gb18030: "GBK",
  big5: "Big5",
  "euc-kr": "EUC-KR",
};

/**
 * Decodes a text file as office programs write it: UTF-8 and UTF-16 with and without a byte order mark, and the
 * one-byte encodings of Windows and the Mac. It replaces nothing and guesses nothing: a file that cannot be read for
 * certain is refused with the place.
 *
 * @param languages the languages of the sender, who most likely wrote the file, such as "pl,en;q=0.8"
 */
export function decodeFile(bytes: Uint8Array, languages = ""): DecodedFile {
  const marked = MARKS.find(([mark]) => mark.every((byte, index) => bytes[index] === byte));
  const encoding = marked ? marked[1] : (unmarkedUtf16(bytes) ?? "utf-8");
  const text = encoding === null ? null : decoded(bytes, encoding);
  if (text !== null && encoding !== null) return switched(text) ?? { text, encoding };
  if (!marked && encoding === "utf-8") return decodedLegacy(bytes, languages);
  return { text: null, reason: "unknown_encoding", ...placeOfFault(bytes, encoding ?? "utf-8"), value: "" };
}

function decodedLegacy(bytes: Uint8Array, languages: string): DecodedFile {
  const found = legacyEncoding(bytes, languages);
  if (found?.kind === "unread") {
    const value = found.encodings.map(nameOf).join(" / ");
    return { text: null, reason: "unread_encoding", ...firstBeyondAscii(bytes), value };
  }
  if (found?.kind === "unclear")
    return { text: null, reason: "unclear_encoding", ...difference(bytes, found.encodings) };
  const text = found === null ? "\ufffd" : readLegacy(bytes, found.encoding);
  if (found !== null && !text.includes("\ufffd")) return { text, encoding: found.encoding };
  return { text: null, reason: "unknown_encoding", ...placeOfFault(bytes, "utf-8"), value: "" };
}

/** The header is ASCII text, so in UTF-16 every other byte of it is zero. */
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

function switched(text: string): DecodedFile | null {
  const at = text.search(SWITCH);
  return at < 0 ? null : { text: null, reason: "unread_encoding", ...placeAfter(text.slice(0, at)), value: "ISO-2022" };
}

const nameOf = (encoding: string) => NAMES[encoding] ?? encoding.toUpperCase();

function firstBeyondAscii(bytes: Uint8Array): { line: number; column: number } {
  const at = bytes.findIndex((byte) => byte > 0x7f);
  return placeAfter(new TextDecoder("latin1").decode(bytes.subarray(0, Math.max(0, at))));
}

/** The first place where two encodings differ, with both readings of the word. */
function difference(bytes: Uint8Array, encodings: readonly [string, string]) {
  const [one, other] = encodings.map((each) => readLegacy(bytes, each).split(LINE_ENDS)) as [string[], string[]];
  const index = one.findIndex((line, at) => line !== other[at]);
  const [line = "", otherLine = ""] = [one[index], other[index]];
  const [words, others] = [line.split(BETWEEN_WORDS), otherLine.split(BETWEEN_WORDS)];
  const word = words.findIndex((each, at) => each !== others[at]);
  const otherSigns = [...otherLine];
  const column = [...line].findIndex((sign, at) => sign !== otherSigns[at]);
  return { line: index + 1, column: column + 1, value: `${words[word] ?? ""} / ${others[word] ?? ""}` };
}

function placeOfFault(bytes: Uint8Array, encoding: string): { line: number; column: number } {
  const [before = ""] = new TextDecoder(encoding).decode(bytes).split("\ufffd", 1);
  return placeAfter(before);
}

function placeAfter(before: string): { line: number; column: number } {
  const lines = before.split(LINE_ENDS);
  return { line: lines.length, column: [...(lines.at(-1) ?? "")].length + 1 };
}
