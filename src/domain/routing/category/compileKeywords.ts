import type { RoutingCategory } from "../routingConfiguration";
import { foldedWords } from "./foldedWords";

export type KeywordPhrase = {
  readonly keyword: string;
  readonly words: readonly string[];
  /** Signs of the folded phrase: the longer, the more specific. */
  readonly length: number;
  readonly categoryId: string;
  /** The category's place in the configuration: the first wins a tie. */
  readonly categoryOrder: number;
};

/** All keyword phrases by their first word. */
export type CompiledKeywords = ReadonlyMap<string, readonly KeywordPhrase[]>;

const compiledByCategories = new WeakMap<readonly RoutingCategory[], CompiledKeywords>();

/**
 * The matcher for a configuration's keyword rules, built once per list of categories (which must not change afterwards).
 * Keywords without a letter or digit match nothing.
 */
export function compileKeywords(categories: readonly RoutingCategory[]): CompiledKeywords {
  const known = compiledByCategories.get(categories);
  if (known !== undefined) return known;

  const compiled = phrasesByFirstWord(categories);
  compiledByCategories.set(categories, compiled);
  return compiled;
}

function phrasesByFirstWord(categories: readonly RoutingCategory[]): CompiledKeywords {
  const phrases = new Map<string, KeywordPhrase[]>();
  categories.forEach((category, categoryOrder) => {
    for (const keyword of category.keywords) {
      const words = foldedWords(keyword);
      const [firstWord] = words;
      if (firstWord === undefined) continue;
      const phrase = { keyword, words, length: words.join(" ").length, categoryId: category.id, categoryOrder };
      phrases.set(firstWord, [...(phrases.get(firstWord) ?? []), phrase]);
    }
  });
  return phrases;
}
