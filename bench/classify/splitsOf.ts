import { seededChance, shuffle } from "../../src/domain/classifier/fit/seededChance";
import type { Example } from "../../src/domain/classifier/text/example";
import type { DataSet } from "./dataSet";

export interface Split {
  readonly learnt: readonly Example[];
  readonly tests: readonly Example[];
}

/** The set's own split, or one split per fold of a cross-validation, which tests each example once. */
export function splitsOf(
  { examples, tests }: Pick<DataSet, "examples" | "tests">,
  folds: number,
  seed: number,
): Split[] {
  if (tests !== null) return [{ learnt: examples, tests }];
  const places = Int32Array.from(examples, (_, index) => index);
  shuffle(places, seededChance(seed));
  const isIn = (fold: number) => (_: Example, index: number) => (places[index] ?? 0) % folds === fold;
  return Array.from({ length: folds }, (_, fold) => ({
    learnt: examples.filter((example, index) => !isIn(fold)(example, index)),
    tests: examples.filter(isIn(fold)),
  }));
}
