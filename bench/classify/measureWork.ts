import { classify } from "../../src/domain/classifier/answer/classify";
import { fitExamples, roundsOfFit } from "../../src/domain/classifier/fit/fitExamples";
import { learn } from "../../src/domain/classifier/fit/learn";
import { train } from "../../src/domain/classifier/fit/train";
import { serialise } from "../../src/domain/classifier/model/serialise";
import type { Example } from "../../src/domain/classifier/text/example";
import { readExamples } from "../../src/domain/classifier/text/readExamples";
import { percentile } from "../report/percentile";
import type { DataSet } from "./dataSet";
import { SEED } from "./measureSet";
import { splitsOf } from "./splitsOf";

/**
 * What the classifier costs. Fits are in processor time, which holds on a busy machine; single calls are in real time.
 */
export interface WorkFigures {
  readonly examples: number;
  readonly categories: number;
  readonly fitMs: number;
  readonly fitWithCalibrationMs: number;
  readonly classifyP50Ms: number;
  readonly classifyP99Ms: number;
  readonly learnP50Ms: number;
  readonly learnP99Ms: number;
  readonly servedBytes: number;
  readonly memoryGrowthBytes: number;
  readonly online: OnlineFigures;
}

/** Examples learnt one by one, compared with a fit to all of them. */
export interface OnlineFigures {
  readonly steps: number;
  readonly accuracy: number;
  readonly refitAccuracy: number;
}

export const ONLINE_STEPS_MAX = 1_000;
const FOLDS = 5;
const WARM_UP_CALLS = 3_000;

/** Measures what a model of the set costs, on its first split. */
export function measureWork(set: DataSet): WorkFigures {
  const [split] = splitsOf(set, FOLDS, SEED);
  const learnt = split?.learnt ?? [];
  const tests = split?.tests ?? [];
  const fitMs = processorMs(() => fitOnly(set.examples));
  const before = heldBytes();
  let trained = train([], { seed: SEED });
  const fitWithCalibrationMs = processorMs(() => {
    trained = train(set.examples, { seed: SEED });
  });
  const memoryGrowthBytes = heldBytes() - before;
  const { model } = trained;
  // A server runs for days, so the first calls, before they are compiled, do not count.
  for (let call = 0; call < WARM_UP_CALLS; call++) classify(model, tests[call % tests.length]?.text ?? "");
  const classifyMs = tests.map(({ text }) => elapsedMs(() => classify(model, text)));
  const servedBytes = serialise(model).byteLength;
  const { learnMs, online } = measureOnline(learnt, tests);
  return {
    examples: set.examples.length,
    categories: model.categories.length,
    fitMs,
    fitWithCalibrationMs,
    classifyP50Ms: percentile(classifyMs, 0.5),
    classifyP99Ms: percentile(classifyMs, 0.99),
    learnP50Ms: percentile(learnMs, 0.5),
    learnP99Ms: percentile(learnMs, 0.99),
    servedBytes,
    memoryGrowthBytes,
    online,
  };
}

function measureOnline(learnt: readonly Example[], tests: readonly Example[]) {
  const steps = Math.min(ONLINE_STEPS_MAX, Math.floor(learnt.length / 4));
  // Take late examples at regular intervals, because files are sorted by category.
  const stride = Math.floor(learnt.length / steps);
  const isLate = (index: number) => index % stride === 0 && index < stride * steps;
  const { model } = train(
    learnt.filter((_, index) => !isLate(index)),
    { seed: SEED },
  );
  const learnMs = learnt.filter((_, index) => isLate(index)).map((example) => elapsedMs(() => learn(model, example)));
  const refit = train(learnt, { seed: SEED }).model;
  const rightOf = (each: typeof model) =>
    tests.filter(({ text, category }) => classify(each, text).category === category).length / tests.length;
  return { learnMs, online: { steps, accuracy: rightOf(model), refitAccuracy: rightOf(refit) } };
}

function fitOnly(examples: readonly Example[]): void {
  const read = readExamples(examples, new Map());
  const rounds = roundsOfFit({
    examples: read.examples.length + read.names.length,
    categories: read.categories.length,
  });
  const fit = fitExamples([...read.examples, ...read.names], { categories: read.categories.length, rounds }, SEED);
  while (fit.next().done !== true);
}

/**
 * Real time, for calls much shorter than a scheduler slice. Processor time would include the garbage collector's
 * threads.
 */
function elapsedMs(work: () => unknown): number {
  const startedMs = performance.now();
  work();
  return performance.now() - startedMs;
}

function processorMs(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function heldBytes(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
