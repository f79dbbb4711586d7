import { answerTo } from "./answerTo";
import type { HeldBackAnswer } from "./calibrate";
import { fitExamples } from "./fitExamples";
import { fitOptions } from "./fitOptions";
import { holdBackFolds } from "./holdBackFolds";
import type { ReadExamples } from "./readExamples";
import { within } from "./within";

/** Parts into which examples are divided: each is answered by a network fitted to the others. */
const FOLDS = 5;
/** With many examples the parts may be larger: what remains to be fitted to is enough. */
const FOLDS_OF_MANY = 4;
const MANY_EXAMPLES = 4_000;

/** How a network fitted without them answers the examples; yields what share of the work is done. */
export function* heldBackAnswers(
  { examples, names, categories }: ReadExamples,
  seed: number,
): Generator<number, HeldBackAnswer[]> {
  const folds = examples.length < MANY_EXAMPLES ? FOLDS : FOLDS_OF_MANY;
  const foldOf = holdBackFolds(
    examples.map(({ grams: { words }, customerId }) => ({ words, customerId })),
    folds,
    seed,
  );
  const options = fitOptions({ examples: examples.length, categories: categories.length });
  const answers: HeldBackAnswer[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const learnt = examples.filter((_, index) => foldOf[index] !== fold);
    const fit = yield* within(fitExamples([...learnt, ...names], categories.length, options, seed + fold), {
      from: fold / folds,
      to: (fold + 1) / folds,
    });
    examples.forEach(({ grams, category, weight }, index) => {
      // What a customer picked is learnt from, not measured by: it would make right answers look wrong.
      if (foldOf[index] !== fold || weight < 1) return;
      const { votes, novelty } = answerTo(grams, fit);
      answers.push({ votes, novelty, category });
    });
  }
  return answers;
}
