import { answerTo } from "../answer/answerTo";
import { holdBackFolds, type WordedExample } from "../sureness/holdBackFolds";
import type { Example } from "../text/example";
import { type ReadExample, type ReadExamples, readExamples } from "../text/readExamples";
import { fitExamples, roundsOfFit, within } from "./fitExamples";

/** How a fit to the present examples and one to the earlier ones answer the same requests, which neither had learnt. */
export type Comparison = {
  readonly requests: number;
  readonly right: number;
  readonly previousRight: number;
  /** Whether the present fit is worse by more than chance explains. */
  readonly isWorse: boolean;
};

/** The examples are split into parts. One part after the other is held back, until enough requests were answered. */
const PARTS = 5;
const REQUESTS_ENOUGH = 300;

/** Of two equally good fits, one looks this much worse in one of twenty comparisons. */
const CHANCE_SPREADS = 1.64;

export type ComparedExample = Example & {
  /** Whether the predecessor knew it with this category. */
  readonly isKnown: boolean;
  /** Whether it judges the two fits. An import does not, because a bad one would favour the model made from it. */
  readonly isAsked: boolean;
};

type Of = { readonly seed: number; readonly categoryNames: ReadonlyMap<string, string> };

/**
 * Compares a fit to all examples with a fit to those that the predecessor knew. Both are fitted without the part that
 * they are asked, and both answer the same requests of it. The predecessor itself cannot be asked, because it has
 * learnt most of the requests. Yields the share of the work that is done, 0 to 1.
 */
export function* compareFits(
  examples: readonly ComparedExample[],
  { seed, categoryNames }: Of,
): Generator<number, Comparison> {
  const now = readExamples(examples, categoryNames);
  const before = readExamples(
    examples.filter(({ isKnown }) => isKnown),
    categoryNames,
  );
  const judges = labelledWords(
    readExamples(
      examples.filter(({ isAsked }) => isAsked),
      categoryNames,
    ),
  );
  const partOf = partsByWords(now.examples, seed);
  const tally = { requests: 0, right: 0, previousRight: 0, differing: 0 };
  for (let part = 0; part < PARTS && tally.requests < REQUESTS_ENOUGH; part++) {
    const isHeldBack = (example: ReadExample) => partOf.get(wordsKey(example)) === part;
    const asked = now.examples.filter(
      (example) => isHeldBack(example) && example.weight >= 1 && judges.has(labelKey(example, now)),
    );
    const share = (step: number) => (2 * part + step) / (2 * PARTS);
    const answers = yield* within(answersOf(now, isHeldBack, asked, seed), { from: share(0), to: share(1) });
    const previous = yield* within(answersOf(before, isHeldBack, asked, seed), { from: share(1), to: share(2) });
    const truths = asked.map(({ category }) => now.categories[category]);
    const isRight = truths.map((truth, index) => answers[index] === truth);
    const wasRight = truths.map((truth, index) => previous[index] === truth);
    tally.requests += truths.length;
    tally.right += isRight.filter(Boolean).length;
    tally.previousRight += wasRight.filter(Boolean).length;
    tally.differing += isRight.filter((is, index) => is !== wasRight[index]).length;
  }
  const { differing, ...figures } = tally;
  const isWorse = figures.previousRight - figures.right > CHANCE_SPREADS * Math.sqrt(differing);
  return { ...figures, isWorse };
}

/** Assigns each example to a part, by its words. Requests with the same words or of one customer share a part. */
function partsByWords(examples: readonly ReadExample[], seed: number): ReadonlyMap<string, number> {
  const worded = examples.map(({ grams: { words }, customerId }): WordedExample => ({ words, customerId }));
  const parts = holdBackFolds(worded, PARTS, seed);
  return new Map(examples.map((example, index) => [wordsKey(example), parts[index] ?? 0]));
}

/** The label keys of all examples. */
function labelledWords(read: ReadExamples): ReadonlySet<string> {
  return new Set(read.examples.map((example) => labelKey(example, read)));
}

function labelKey(example: ReadExample, { categories }: ReadExamples): string {
  return `${categories[example.category]} ${wordsKey(example)}`;
}

function wordsKey({ grams: { words } }: ReadExample): string {
  return [...new Set(words)].sort().join(" ");
}

/** The likeliest category of each asked request, by a fit without the part that is held back. */
function* answersOf(
  { examples, names, categories }: ReadExamples,
  isHeldBack: (example: ReadExample) => boolean,
  asked: readonly ReadExample[],
  seed: number,
): Generator<number, (string | undefined)[]> {
  const learnt = examples.filter((example) => !isHeldBack(example));
  const rounds = roundsOfFit({ examples: examples.length + names.length, categories: categories.length });
  const fit = yield* fitExamples([...learnt, ...names], { categories: categories.length, rounds }, seed);
  return asked.map(({ grams }) => {
    const { votes } = answerTo(grams, fit);
    const most = votes.reduce((highest, vote) => Math.max(highest, vote), Number.NEGATIVE_INFINITY);
    return categories[votes.indexOf(most)];
  });
}
