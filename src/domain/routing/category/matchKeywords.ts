import type { RoutingCategory } from "../routingConfiguration";
import { compileKeywords, type KeywordPhrase } from "./compileKeywords";
import { foldedWords } from "./foldedWords";

/** The length of the beginning of a text that is searched; requests say there what they are about. */
export const KEYWORD_TEXT_LENGTH_MAX = 4_000;

/** The most keywords that a match names. */
export const MATCHED_KEYWORDS_MAX = 5;

export type KeywordMatch = {
  readonly categoryId: string;
  /** The category's keywords that are in the text, as the administrator wrote them, the longest first. */
  readonly keywords: readonly string[];
};

/**
 * The category with the longest keyword that is in the text as whole words, ignoring case and accents. Of equally long
 * keywords the first category wins. Null if no keyword is in the text.
 */
export function matchKeywords(text: string, categories: readonly RoutingCategory[]): KeywordMatch | null {
  const found = phrasesIn(searchedWords(text), categories);
  if (found.length === 0) return null;

  const best = found.reduce((winner, phrase) => (moreSpecific(phrase, winner) < 0 ? phrase : winner));
  const keywords = found
    .filter(({ categoryId }) => categoryId === best.categoryId)
    .sort(moreSpecific)
    .map(({ keyword }) => keyword);
  return { categoryId: best.categoryId, keywords: [...new Set(keywords)].slice(0, MATCHED_KEYWORDS_MAX) };
}

function searchedWords(text: string): readonly string[] {
  if (text.length <= KEYWORD_TEXT_LENGTH_MAX) return foldedWords(text);
  // The cut may have shortened the last word to another word.
  return foldedWords(text.slice(0, KEYWORD_TEXT_LENGTH_MAX)).slice(0, -1);
}

function phrasesIn(words: readonly string[], categories: readonly RoutingCategory[]): KeywordPhrase[] {
  const compiled = compileKeywords(categories);
  const found = new Set<KeywordPhrase>();
  words.forEach((word, start) => {
    for (const phrase of compiled.get(word) ?? []) {
      if (phrase.words.every((expected, offset) => words[start + offset] === expected)) found.add(phrase);
    }
  });
  return [...found];
}

function moreSpecific(a: KeywordPhrase, b: KeywordPhrase): number {
  return b.length - a.length || a.categoryOrder - b.categoryOrder;
}
