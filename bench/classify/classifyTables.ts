import { atLeast, atMost, type LimitCheck, rounded } from "../report/limit";
import { table } from "../report/table";
import type { DataSet } from "./dataSet";
import type { AnswerFigures } from "./measureSet";
import { ONLINE_STEPS_MAX, type WorkFigures } from "./measureWork";

/** A set with its measurements. */
export interface MeasuredSet {
  readonly set: DataSet;
  readonly answers: AnswerFigures;
  readonly work: WorkFigures;
}

const CALIBRATION_ERROR_MOST = 1.5;
const CLASSIFY_P99_MS_MOST = 0.7;
const LEARN_P99_MS_MOST = 10;
const FIT_MS_MOST = 5_000;
const FIT_WITH_CALIBRATION_MS_MOST = 15_000;
/** Time limits are for a fit of this many examples. Larger sets may take proportionally longer. */
const FIT_EXAMPLES = 10_000;
const SERVED_MB_MOST = 20;
/** Checked only after ONLINE_STEPS_MAX steps. A small set has fewer, which are a larger part of it and cost more. */
const ONLINE_LOSS_MOST = 0.3;

/** How good the answers are, next to what others published. */
export function answerTable(measured: readonly MeasuredSet[]): string {
  const rows = measured.map(({ set, answers }) => [
    set.name,
    answers.tests.toLocaleString("en"),
    percent(answers.accuracy),
    percent(answers.evenAccuracy),
    percent(answers.coverage),
    percent(answers.precision),
    percent(answers.calibrationError),
    set.published.map(({ name, accuracy }) => `${name} ${percent(accuracy)}`).join(", "),
  ]);
  const header = ["set", "tests", "accuracy", "even", "decided", "of these right", "calibration error"];
  return table([...header, "published accuracy"], rows);
}

/** The figures of requests without a category. */
export function outOfScopeTable(measured: readonly MeasuredSet[]): string {
  const rows = measured.flatMap(({ set, answers: { outOfScope } }) =>
    outOfScope === null
      ? []
      : [
          [
            set.name,
            outOfScope.requests.toLocaleString("en"),
            percent(outOfScope.recall),
            percent(outOfScope.keptAndRight),
            rounded(outOfScope.auroc * 100),
          ],
        ],
  );
  return rows.length === 0
    ? ""
    : table(["of no category", "requests", "undecided", "others kept and right", "AUROC"], rows);
}

/** What the classifier costs. */
export function workTable(measured: readonly MeasuredSet[]): string {
  const rows = measured.map(({ set, work }) => [
    set.name,
    `${work.examples.toLocaleString("en")} × ${work.categories}`,
    rounded(work.fitMs / 1000),
    rounded(work.fitWithCalibrationMs / 1000),
    `${rounded(work.classifyP50Ms)} / ${rounded(work.classifyP99Ms)}`,
    `${rounded(work.learnP50Ms)} / ${rounded(work.learnP99Ms)}`,
    rounded(work.servedBytes / 2 ** 20),
    rounded(work.memoryGrowthBytes / 2 ** 20),
    onlineText(work),
  ]);
  const header = ["set", "examples", "fit s", "with calibration s", "classify p50 / p99 ms", "learn p50 / p99 ms"];
  return table([...header, "served MB", "memory MB", "online / refit"], rows);
}

/** The limits of each set: its own goals and the common ones. */
export function classifyLimits(measured: readonly MeasuredSet[]): LimitCheck[] {
  return measured.flatMap(({ set, answers, work }) => [
    ...goalChecks(set, answers),
    atMost(`${set.name}: calibration error`, answers.calibrationError * 100, CALIBRATION_ERROR_MOST, "%"),
    ...workChecks(set, work),
  ]);
}

function goalChecks(
  { name, goals }: DataSet,
  { accuracy, coverage, precision, outOfScope }: AnswerFigures,
): LimitCheck[] {
  const check = (what: string, figure: number | undefined, goal: number | undefined) =>
    figure === undefined || goal === undefined ? [] : [atLeast(`${name}: ${what}`, figure * 100, goal * 100, "%")];
  return [
    ...check("accuracy", accuracy, goals.accuracy),
    ...check("decided", coverage, goals.coverage),
    ...check("decided rightly", precision, goals.precision),
    ...check("of no category, undecided", outOfScope?.recall, goals.outOfScopeRecall),
    ...check("of a category, kept and right", outOfScope?.keptAndRight, goals.keptAndRight),
    ...check("AUROC of no category", outOfScope?.auroc, goals.outOfScopeAuroc),
  ];
}

function workChecks({ name }: DataSet, work: WorkFigures): LimitCheck[] {
  const size = Math.max(1, work.examples / FIT_EXAMPLES);
  const { online } = work;
  return [
    atMost(`${name}: fit`, work.fitMs / 1000, (size * FIT_MS_MOST) / 1000, " s"),
    atMost(
      `${name}: fit with calibration`,
      work.fitWithCalibrationMs / 1000,
      (size * FIT_WITH_CALIBRATION_MS_MOST) / 1000,
      " s",
    ),
    atMost(`${name}: classify, p99`, work.classifyP99Ms, CLASSIFY_P99_MS_MOST, " ms"),
    atMost(`${name}: learn, p99`, work.learnP99Ms, LEARN_P99_MS_MOST, " ms"),
    atMost(`${name}: served`, work.servedBytes / 2 ** 20, SERVED_MB_MOST, " MB"),
    ...(online.steps < ONLINE_STEPS_MAX
      ? []
      : [
          atMost(
            `${name}: online behind a refit`,
            (online.refitAccuracy - online.accuracy) * 100,
            ONLINE_LOSS_MOST,
            " points",
          ),
        ]),
  ];
}

function onlineText({ online }: WorkFigures): string {
  return `${percent(online.accuracy)} / ${percent(online.refitAccuracy)} after ${online.steps.toLocaleString("en")}`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}
