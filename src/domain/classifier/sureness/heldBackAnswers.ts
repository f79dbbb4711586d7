import { answerTo } from "../answer/answerTo";
import { fitExamples, roundsOfFit, within } from "../fit/fitExamples";
import type { ReadExamples } from "../text/readExamples";
import type { HeldBackAnswer } from "./calibrate";
import { holdBackFolds } from "./holdBackFolds";

/** Parts into which examples are divided: each is answered by networks fitted to the others. */
const FOLDS = 5;

/** Of many examples not every part is held back: three tell enough, and the networks learn from as many as ever. */
const FOLDS_HELD_BACK_OF_MANY = 3;
const MANY_EXAMPLES = 4_000;

/** How networks fitted without them answer the examples; yields what share of the work is done. */
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
      // What a customer picked is learnt from, not measured by: it would make right answers look wrong.
      if (foldOf[index] !== fold || weight < 1) return;
      const { votes, novelty } = answerTo(grams, fit);
      answers.push({ votes, novelty, category });
    });
  }
  return answers;
}
