/**
 * The encodings of Japanese, Chinese and Korean, in the order in which an error names them if a text may be in several.
 */
export const EAST_ASIAN = ["gb18030", "big5", "shift_jis", "euc-jp", "euc-kr"];

/** Whether the first byte of a pair belongs to kana, Hangul or the Chinese characters of everyday use. */
const EVERYDAY: Readonly<Record<string, (first: number) => boolean>> = {
  shift_jis: (first) => (first >= 0x81 && first <= 0x83) || (first >= 0x88 && first <= 0x97) || first >= 0xe0,
  "euc-jp": (first) => (first >= 0xa1 && first <= 0xa5) || (first >= 0xb0 && first <= 0xcf),
  gb18030: (first) => (first >= 0xa1 && first <= 0xa3) || (first >= 0xb0 && first <= 0xd7),
  big5: (first) => first >= 0xa1 && first <= 0xc6,
  "euc-kr": (first) => (first >= 0xa1 && first <= 0xa3) || (first >= 0xb0 && first <= 0xc8),
};
const EVERYDAY_SHARE_MIN = 0.9;
const RUN_SHARE_MIN = 0.7;
/** Characters of these scripts come in runs. In other texts only single accents look like them. */
const RUN = /[\p{Script=Han}\p{Script=Hangul}\u3000-\u30ff\uff01-\uff60]{2,}/gu;

/** Whether bytes in this encoding read well as Japanese, Chinese or Korean. */
export function isEastAsian(bytes: Uint8Array, encoding: string): boolean {
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return false;
  }
  const signs = [...text].filter((sign) => sign > "\x7f").length;
  const inRuns = (text.match(RUN) ?? []).reduce((sum, run) => sum + [...run].length, 0);
  return signs > 0 && inRuns >= signs * RUN_SHARE_MIN && everydayShare(bytes, encoding) >= EVERYDAY_SHARE_MIN;
}

function everydayShare(bytes: Uint8Array, encoding: string): number {
  let [pairs, everyday] = [0, 0];
  for (let at = 0; at < bytes.length; at += 1) {
    const first = bytes[at] ?? 0;
    if (first < 0x80 || (encoding === "shift_jis" && first >= 0xa1 && first <= 0xdf)) continue;
    pairs += 1;
    if (EVERYDAY[encoding]?.(first)) everyday += 1;
    at += 1;
  }
  return pairs === 0 ? 1 : everyday / pairs;
}
