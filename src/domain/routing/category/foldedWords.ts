const BEYOND_ASCII = /[\u0080-\uffff]/;
const ASCII_WORD = /[a-z0-9]+/g;
const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** Scripts written without spaces, or with endings glued on: each sign counts as a word, so phrases match inside runs. */
const SIGN_SCRIPT =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
const SIGN_OR_REST = new RegExp(`${SIGN_SCRIPT.source}\\p{M}*|(?:(?!${SIGN_SCRIPT.source}).)+`, "gu");

/** Accents, Hebrew points and Arabic vowel signs. Not all of \p{M}: in Hindi or Tamil a mark is a vowel of the word. */
const ACCENT = /\p{sc=Inherited}|[\u0591-\u05bd]|\u05bf|[\u05c1-\u05c2]|[\u05c4-\u05c5]|\u05c7/gu;

/** Letters with a stroke or ligatures, which Unicode does not take apart. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = { ø: "o", ł: "l", đ: "d", ħ: "h", æ: "ae", œ: "oe" };
const STROKED_LETTER = /[øłđħæœ]/g;

/** The words of a text in order, without case and accents, so that "Überweisung" and "uberweisung" are one word. */
export function foldedWords(text: string): readonly string[] {
  if (!BEYOND_ASCII.test(text)) return text.toLowerCase().match(ASCII_WORD) ?? [];

  const words = folded(text).match(WORD) ?? [];
  return words.flatMap((word) => (SIGN_SCRIPT.test(word) ? (word.match(SIGN_OR_REST) ?? []) : [word]));
}

function folded(text: string): string {
  // Up before down folds ß to ss and the dotless ı to i, which lower case alone leaves apart.
  return text
    .toUpperCase()
    .toLowerCase()
    .normalize("NFKD")
    .replace(ACCENT, "")
    .normalize("NFC")
    .replace(STROKED_LETTER, (letter) => PLAIN_LETTERS[letter] ?? letter);
}
