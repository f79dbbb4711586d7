import iconv from "iconv-lite";
import { EAST_ASIAN, isEastAsian } from "./isEastAsian";
import { ENCODINGS, RARE, SCRIPTS, type Script, scriptsOf, UNREAD } from "./languageLetters";
import { strangenessOf } from "./strangenessOf";

/**
 * The encoding of a file without a byte order mark. `unclear`: two encodings fit equally well and give different words.
 * `unread`: it is one of these encodings, which are recognized but not read.
 */
export type LegacyEncoding =
  | { kind: "read"; encoding: string }
  | { kind: "unclear"; encodings: readonly [string, string] }
  | { kind: "unread"; encodings: readonly string[] };

const SAMPLE_BYTES = 20_000;
/** If a larger share of a text fits no language, its encoding is unknown. */
const STRANGE_SHARE_MAX = 0.1;

/**
 * The old encoding in which a file reads best, by the letters of languages; null if none fits. Detectors that count
 * letter pairs need far more text than a few rows: they take "Türklingel" for Romanian. If two fit equally well, the
 * languages of the sender decide; if they cannot, the result is `unclear`, since guessing would corrupt words.
 *
 * @param languages as a browser names them, such as "pl,en;q=0.8"
 */
export function legacyEncoding(bytes: Uint8Array, languages = ""): LegacyEncoding | null {
  const readings = readingsOf(linesBeyondAscii(bytes));
  const least = Math.min(...readings.map(({ strange }) => strange));
  const [first, ...others] = likeliest(readings.filter(isBest), scriptsOf(languages));
  if (!first || least > first.signs * STRANGE_SHARE_MAX) return null;
  const alike = [first, ...others.filter(({ text }) => text === first.text)];
  const { encoding } = alike.find(isRead) ?? first;
  const rival = others.find(({ text }) => text !== first.text);
  if (rival && [first, ...others].some(isRead)) return { kind: "unclear", encodings: [encoding, rival.encoding] };
  if (isRead({ encoding })) return { kind: "read", encoding };
  return { kind: "unread", encodings: [first, ...others].map((each) => each.encoding) };

  function isBest({ strange }: Reading) {
    return strange === least;
  }
}

/** Decodes with iconv, since Node's decoder reads Windows-1252 as Latin-1, without its quotes and €. */
export function readLegacy(bytes: Uint8Array, encoding: string): string {
  return iconv.decode(bytes, encoding);
}

type Reading = { encoding: string; text: string; strange: number; signs: number };

const isRead = ({ encoding }: { encoding: string }) => !UNREAD.test(encoding) && !EAST_ASIAN.includes(encoding);

/** The readings that fit a language of the sender; else those in common encodings; else all. */
function likeliest(readings: readonly Reading[], spoken: readonly Script[]): readonly Reading[] {
  const inSpoken = readings.filter(({ encoding, text, strange }) => {
    const scripts = spoken.filter(({ encodings }) => encodings.includes(encoding));
    return scripts.length > 0 && strangenessOf(text, scripts).strange === strange;
  });
  if (inSpoken.length > 0) return inSpoken;
  const common = readings.filter(({ encoding }) => !RARE.test(encoding));
  return common.length > 0 ? common : readings;
}

function readingsOf(sample: Uint8Array): Reading[] {
  const oneByte = ENCODINGS.map((encoding) => {
    const text = readLegacy(sample, encoding);
    const scripts = SCRIPTS.filter(({ encodings }) => encodings.includes(encoding));
    return { encoding, text, ...strangenessOf(text, scripts) };
  });
  const eastAsian = EAST_ASIAN.filter((encoding) => isEastAsian(sample, encoding));
  return [
    ...oneByte,
    ...eastAsian.map((encoding) => ({ encoding, text: readLegacy(sample, encoding), strange: 0, signs: 1 })),
  ];
}

/** The lines with bytes beyond ASCII, up to `SAMPLE_BYTES`. All other lines read the same in every encoding. */
function linesBeyondAscii(bytes: Uint8Array): Uint8Array {
  const sample: number[] = [];
  for (let start = 0; start < bytes.length && sample.length < SAMPLE_BYTES; ) {
    const length = bytes.subarray(start).findIndex((byte) => byte === 0x0a || byte === 0x0d);
    const line = bytes.subarray(start, length < 0 ? bytes.length : start + length);
    if (line.some((byte) => byte > 0x7f)) sample.push(...line.subarray(0, SAMPLE_BYTES), 0x0a);
    start += line.length + 1;
  }
  return Uint8Array.from(sample);
}
