import { type ComparedExample, type Comparison, compareFits } from "@/domain/classifier/fit/compareFits";
import { within } from "@/domain/classifier/fit/fitExamples";
import { trainInSteps } from "@/domain/classifier/fit/train";
import type { TrainingReport } from "@/domain/classifier/fit/trainingReport";
import { serialise } from "@/domain/classifier/model/serialise";

/** How a model is fitted. */
export type FitOptions = {
  readonly seed: number;
  /** The share of decisions that should be right. */
  readonly precision: number;
  readonly categoryNames: ReadonlyMap<string, string>;
  /** Whether there is an earlier model, with which this one is compared. */
  readonly hasPredecessor: boolean;
};

/** A model, and how good it is. `comparison` is null if there is no earlier model. */
export type Fitted = {
  readonly weights: Uint8Array;
  readonly threshold: number | null;
  readonly report: TrainingReport & { readonly comparison: Comparison | null };
};

const COMPARING_SHARE = 0.3;

/** Compares with what the earlier model knew, then trains. Yields the share of the work that is done, from 0 to 1. */
export function* fitInSteps(
  examples: readonly ComparedExample[],
  { hasPredecessor, ...options }: FitOptions,
): Generator<number, Fitted> {
  const from = hasPredecessor ? COMPARING_SHARE : 0;
  const comparison = hasPredecessor ? yield* within(compareFits(examples, options), { from: 0, to: from }) : null;
  const { model, report } = yield* within(trainInSteps(examples, options), { from, to: 1 });
  return { weights: serialise(model), threshold: model.threshold, report: { ...report, comparison } };
}
