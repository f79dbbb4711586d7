import { answerTo } from "../answer/answerTo";
import { fitExamples, roundsOfFit, within } from "../fit/fitExamples";
import type { ReadExamples } from "../text/readExamples";
import type { HeldBackAnswer } from "./calibrate";
import { holdBackFolds } from "./holdBackFolds";

/** Examples are divided into this many folds. Networks that were fitted to the other folds answer each fold. */
const FOLDS = 5;

/** With many examples three held-back folds tell enough. The networks still learn from all other folds. */
const FOLDS_HELD_BACK_OF_MANY = 3;
const MANY_EXAMPLES = 4_000;

/**
 * The answers to examples by networks that were fitted without them. Yields the share of the work that is done, 0 to 1.
 */
export function* heldBackAnswers(
  { examples, names, categories }: ReadExamples,
  seed: number,
): Generator<number, HeldBackAnswer[]> {
  const heldBack = examples.length < MANY_EXAMPLES ? FOLDS : FOLDS_HELD_BACK_OF_MANY;
  const foldOf = holdBackFolds(
    examples.map(({ grams: { words }, customerId }) => ({ words, customerId })),
    FOLDS,
    seed,
  );
  const rounds = roundsOfFit({ examples: examples.length + names.length, categories: categories.length });
  const answers: HeldBackAnswer[] = [];
  for (let fold = 0; fold < heldBack; fold++) {
    const learnt = examples.filter((_, index) => foldOf[index] !== fold);
    const fit = yield* within(
      fitExamples([...learnt, ...names], { categories: categories.length, rounds }, seed + fold),
      {
        from: fold / heldBack,
        to: (fold + 1) / heldBack,
      },
    );
    examples.forEach(({ grams, category, weight }, index) => {
      // A customer's pick is learnt but not used for measuring: it would make right answers look wrong.
      if (foldOf[index] !== fold || weight < 1) return;
      const { votes, novelty } = answerTo(grams, fit);
      answers.push({ votes, novelty, category });
    });
  }
  return answers;
}
