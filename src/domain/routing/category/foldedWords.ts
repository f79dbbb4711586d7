const BEYOND_ASCII = /[\u0080-\uffff]/;
const ASCII_WORD = /[a-z0-9]+/g;
const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/**
 * Scripts without spaces between words, or with attached endings. Each sign counts as a word, so phrases match in runs.
 */
const SIGN_SCRIPT =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
const SIGN_OR_REST = new RegExp(`${SIGN_SCRIPT.source}\\p{M}*|(?:(?!${SIGN_SCRIPT.source}).)+`, "gu");

/** Accents, Hebrew points and Arabic vowel signs. Other marks stay: in Hindi or Tamil they are vowels of the word. */
const ACCENT = /\p{sc=Inherited}|[\u0591-\u05bd]|\u05bf|[\u05c1-\u05c2]|[\u05c4-\u05c5]|\u05c7/gu;

/** Stroked letters and ligatures, which Unicode does not decompose. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = { ø: "o", ł: "l", đ: "d", ħ: "h", æ: "ae", œ: "oe" };
const STROKED_LETTER = /[øłđħæœ]/g;

/** The words of a text in order, without case and accents: "Überweisung" and "uberweisung" give the same word. */
export function foldedWords(text: string): readonly string[] {
  if (!BEYOND_ASCII.test(text)) return text.toLowerCase().match(ASCII_WORD) ?? [];

  const words = folded(text).match(WORD) ?? [];
  return words.flatMap((word) => (SIGN_SCRIPT.test(word) ? (word.match(SIGN_OR_REST) ?? []) : [word]));
}

function folded(text: string): string {
  // Upper case first turns ß into SS and the dotless ı into I, which lower case alone would leave.
  return text
    .toUpperCase()
    .toLowerCase()
    .normalize("NFKD")
    .replace(ACCENT, "")
    .normalize("NFC")
    .replace(STROKED_LETTER, (letter) => PLAIN_LETTERS[letter] ?? letter);
}
