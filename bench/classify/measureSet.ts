import { type Classification, classify } from "../../src/domain/classifier/answer/classify";
import { train } from "../../src/domain/classifier/fit/train";
import { calibrationError } from "../../src/domain/classifier/sureness/calibrate";
import type { Example } from "../../src/domain/classifier/text/example";
import { areaUnderCurve } from "./areaUnderCurve";
import type { DataSet } from "./dataSet";
import { splitsOf } from "./splitsOf";

export const SEED = 1;

/** How good the answers are. Shares are from 0 to 1. */
export interface AnswerFigures {
  readonly tests: number;
  readonly accuracy: number;
  /** The mean accuracy of the categories, so that each weighs the same. */
  readonly evenAccuracy: number;
  readonly coverage: number;
  readonly precision: number;
  readonly calibrationError: number;
  readonly outOfScope: OutOfScopeFigures | null;
}

/** How well requests without a category are left undecided. */
export interface OutOfScopeFigures {
  readonly requests: number;
  /** The share of requests without a category that is undecided. */
  readonly recall: number;
  /** The share of requests with a category that is decided and right. */
  readonly keptAndRight: number;
  readonly auroc: number;
}

type Answer = { readonly example: Example; readonly answer: Classification };

/** Trains on the examples, answers the tests, and summarises. Only the training chooses the threshold. */
export function measureSet(set: DataSet, folds: number): AnswerFigures {
  const answers: Answer[] = [];
  const strangers: Classification[] = [];
  for (const { learnt, tests } of splitsOf(set, folds, SEED)) {
    const { model } = train(learnt, { seed: SEED });
    answers.push(...tests.map((example) => ({ example, answer: classify(model, example.text) })));
    strangers.push(...set.outOfScope.map(({ text }) => classify(model, text)));
  }
  const decided = answers.filter(({ answer }) => answer.decided);
  return {
    tests: answers.length,
    accuracy: share(answers, isRight),
    evenAccuracy: evenAccuracy(answers),
    coverage: decided.length / answers.length,
    precision: share(decided, isRight),
    calibrationError: calibrationError(
      answers.map((each) => ({ probability: each.answer.probability, isRight: isRight(each) })),
    ),
    outOfScope: strangers.length === 0 ? null : outOfScopeFigures(answers, strangers),
  };
}

function outOfScopeFigures(answers: readonly Answer[], strangers: readonly Classification[]): OutOfScopeFigures {
  return {
    requests: strangers.length,
    recall: share(strangers, ({ decided }) => !decided),
    keptAndRight: share(answers, (each) => each.answer.decided && isRight(each)),
    auroc: areaUnderCurve(
      answers.map(({ answer }) => answer.sureness),
      strangers.map(({ sureness }) => sureness),
    ),
  };
}

function isRight({ example, answer }: Answer): boolean {
  return answer.category === example.category;
}

function share<Each>(all: readonly Each[], counts: (each: Each) => boolean): number {
  return all.filter(counts).length / all.length;
}

function evenAccuracy(answers: readonly Answer[]): number {
  const byCategory = new Map<string, Answer[]>();
  for (const each of answers) {
    const same = byCategory.get(each.example.category);
    if (same === undefined) byCategory.set(each.example.category, [each]);
    else same.push(each);
  }
  const shares = [...byCategory.values()].map((each) => share(each, isRight));
  return shares.reduce((sum, each) => sum + each, 0) / shares.length;
}
