import { usualStrangeness } from "../answer/strangeness";
import { DECIDING_EXAMPLES_MIN, type Model } from "../model/model";
import { calibrate } from "../sureness/calibrate";
import { chooseThreshold } from "../sureness/chooseThreshold";
import { heldBackAnswers } from "../sureness/heldBackAnswers";
import type { Example } from "../text/example";
import { readExamples } from "../text/readExamples";
import { fitExamples, roundsOfFit, within } from "./fitExamples";
import { fillMemory } from "./replayMemory";
import { seededChance } from "./seededChance";
import { judge, type TrainingReport, trainingReport } from "./trainingReport";

export type TrainingOptions = {
  /** The same seed and examples give the same model, in any order of the examples. */
  readonly seed: number;
  /** The share of decisions that must be right; 0.97 by default. */
  readonly precision?: number;
  /** The names of the categories for people. Without one, the category's key is read as its name. */
  readonly categoryNames?: ReadonlyMap<string, string>;
};

export type Training = { readonly model: Model; readonly report: TrainingReport };

const PRECISION = 0.97;

/** The share of a training's work that measures the model. */
const MEASURING_SHARE = 0.75;

/** Trains a classifier, and reports how good it is on requests that it had not learnt. */
export function train(examples: readonly Example[], options: TrainingOptions): Training {
  const training = trainInSteps(examples, options);
  let step = training.next();
  while (step.done !== true) step = training.next();
  return step.value;
}

/**
 * `train` in many small steps. Each yields the share of the work that is done, 0 to 1. A caller may stop at any step.
 */
export function* trainInSteps(
  examples: readonly Example[],
  { seed, precision = PRECISION, categoryNames = new Map() }: TrainingOptions,
): Generator<number, Training> {
  const read = readExamples(examples, categoryNames);
  const { categories, leftOut } = read;
  const exampleCounts = categories.map(() => 0);
  for (const { category } of read.examples) exampleCounts[category] = (exampleCounts[category] ?? 0) + 1;

  // If no category may decide, there is nothing to measure.
  const measures = exampleCounts.some((count) => count >= DECIDING_EXAMPLES_MIN);
  const measuring = within(heldBackAnswers(read, seed), { from: 0, to: MEASURING_SHARE });
  const answers = measures ? yield* measuring : [];
  const sharpness = calibrate(answers);
  const strangeness = usualStrangeness(answers.map(({ novelty }) => novelty));
  const judged = judge(answers, { sharpness, strangeness, exampleCounts });
  const threshold = chooseThreshold(
    judged.filter(({ mayDecide }) => mayDecide),
    precision,
  );
  const rounds = roundsOfFit({ examples: read.examples.length + read.names.length, categories: categories.length });
  const fit = fitExamples([...read.examples, ...read.names], { categories: categories.length, rounds }, seed);
  const { vocabulary, networks, vectors } = yield* within(fit, { from: MEASURING_SHARE, to: 1 });

  const memory = fillMemory(vectors, seededChance(seed));
  const promises = { sharpness, strangeness, threshold };
  return {
    model: {
      categories: [...categories],
      exampleCounts,
      vocabulary,
      networks: [...networks],
      ...promises,
      memory,
      seed,
    },
    report: trainingReport(judged, { categories, exampleCounts, leftOut, threshold }),
  };
}
