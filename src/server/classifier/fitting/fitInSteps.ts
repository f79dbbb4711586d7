import { type ComparedExample, type Comparison, compareFits } from "@/domain/classifier/fit/compareFits";
import { trainInSteps } from "@/domain/classifier/fit/train";
import type { TrainingReport } from "@/domain/classifier/fit/trainingReport";
import { serialise } from "@/domain/classifier/model/serialise";
import { within } from "@/domain/classifier/sureness/within";

/** What is fitted to the examples. */
export type FitOptions = {
  readonly seed: number;
  /** How often a decision shall be right. */
  readonly precision: number;
  readonly categoryNames: ReadonlyMap<string, string>;
  /** Whether there is a model that must not be followed by a worse one. */
  readonly hasPredecessor: boolean;
};

/** A model, and how good it is. `comparison` is null where there was nothing to compare it with. */
export type Fitted = {
  readonly weights: Uint8Array;
  readonly threshold: number | null;
  readonly report: TrainingReport & { readonly comparison: Comparison | null };
};

const COMPARING_SHARE = 0.3;

/** Compares with what the predecessor knew, then trains; yields what share of all is done. */
export function* fitInSteps(
  examples: readonly ComparedExample[],
  { hasPredecessor, ...options }: FitOptions,
): Generator<number, Fitted> {
  const from = hasPredecessor ? COMPARING_SHARE : 0;
  const comparison = hasPredecessor ? yield* within(compareFits(examples, options), { from: 0, to: from }) : null;
  const { model, report } = yield* within(trainInSteps(examples, options), { from, to: 1 });
  return { weights: serialise(model), threshold: model.threshold, report: { ...report, comparison } };
}
