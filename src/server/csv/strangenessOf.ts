import type { Script } from "./languageLetters";

/** Punctuation that any text may have. */
const PUNCTUATION = /[\u00a0€‚„…‘’“”–—•«»‹›§°´¡¿£©®™·]/;
const CONTROL_WEIGHT = 10;
/** Letters beyond ASCII that are words by themselves in some language. */
const ONE_LETTER_WORD = /[\p{Lo}\p{Script=Cyrillic}\p{Script=Greek}àáéèêíóåőÀÁÉÈÊÍÓÅŐ]/u;
/**
 * Characters where no text has them: within a word, an opening quote after it, a dash, mark or digit attached to it.
 */
const MISPLACED =
  /(?!\p{ASCII})\p{L}\d|\d(?!\p{ASCII})\p{L}|[·´](?!\p{L})|(?<!\p{L})·|\p{L}´(?=\p{L})|°(?=\d)|\p{L}[“”„‚‹›€•£©®°™†‡](?=\p{L})|\p{L}[„‚•©§](?!\p{L})|\p{L}[–—](?= )|(?<!\p{L})[©®™](?=\p{L})|[¿¡](?![\p{L}\d"'“‘«¿¡])/gu;
/** Marks without a letter, final Hebrew letters within a word, Thai vowels without a consonant, Thai without vowels. */
const MISWRITTEN =
  /(?<![\p{L}\p{M}])\p{M}|[ךםןףץ](?=[א-ת])|[\u0e40-\u0e44](?![\u0e01-\u0e2e])|(?<![\u0e01-\u0e2e\p{M}])[\u0e30-\u0e3a]|[\u0e01-\u0e2e]{7}/gu;

/**
 * Counts the characters beyond ASCII of a text (`signs`), and weighs those that do not fit the languages of its
 * encoding (`strange`): control characters, letters that the best-fitting language of a line does not have, and
 * characters in places where no word has them.
 */
export function strangenessOf(text: string, scripts: readonly Script[]): { strange: number; signs: number } {
  let strange = 0;
  let signs = 0;
  for (const line of text.split(/[\r\n]/)) {
    const all = [...line].filter((sign) => sign > "\x7f");
    if (all.length === 0) continue;
    signs += all.length;
    const beyond = all.filter((sign) => !PUNCTUATION.test(sign));
    const misfits = scripts.map(({ letters }) => beyond.filter((sign) => !letters.test(sign)).length);
    strange += Math.min(...misfits) + controlsIn(line) * CONTROL_WEIGHT + (line.match(MISPLACED)?.length ?? 0);
    strange += (line.match(MISWRITTEN)?.length ?? 0) + Number(line.includes("«") !== line.includes("»"));
    for (const word of line.match(/[\p{L}\p{M}]+/gu) ?? []) strange += unlikeWord(word);
  }
  return { strange, signs };
}

const controlsIn = (line: string) => line.match(/[\x80-\x9f\ufffd]/g)?.length ?? 0;

function unlikeWord(word: string): number {
  return (
    capitalsWithin(word) +
    mixedScripts(word) +
    Number(isLoneLetter(word) || isCyrillicUnlike(word) || isGreekUnlike(word))
  );
}

/** Counts capitals beyond ASCII within a word: KOI8 read as Windows-1251 looks like Russian with its cases swapped. */
function capitalsWithin(word: string): number {
  if (!/\p{Ll}/u.test(word)) return 0;
  return word.slice(1).match(/(?!\p{ASCII})\p{Lu}/gu)?.length ?? 0;
}

/** Counts places where a letter of another script is next to a Latin one. */
function mixedScripts(word: string): number {
  return word.match(/[a-z](?!\p{Script=Latin}|$)|(?!\p{Script=Latin}).(?=[a-z])/giu)?.length ?? 0;
}

const isLoneLetter = (word: string) => word.length === 1 && word > "\x7f" && !ONE_LETTER_WORD.test(word);

/** No vowel, or all capitals: Hebrew that is read as Cyrillic looks like that. */
function isCyrillicUnlike(word: string): boolean {
  if (!/\p{Script=Cyrillic}{3,}/u.test(word)) return false;
  return !/[аеёиоуыэюяєіїј]/i.test(word) || word === word.toUpperCase();
}

/** A final sigma within a word, or a longer word without an accent. Greek in capitals has no accents. */
function isGreekUnlike(word: string): boolean {
  if (!/\p{Script=Greek}/u.test(word) || word === word.toUpperCase()) return false;
  return /ς./.test(word) || (/\p{Script=Greek}{4}/u.test(word) && !/[άέήίόύώ]/i.test(word));
}
