import { strangenessOf, surenessOf, type UsualStrangeness } from "../answer/strangeness";
import { DECIDING_EXAMPLES_MIN } from "../model/model";
import { calibrated, calibrationError, type HeldBackAnswer } from "../sureness/calibrate";

/** An answer to a held-back request, and its right category. */
export type JudgedAnswer = {
  readonly category: number;
  readonly answered: number;
  readonly probability: number;
  readonly sureness: number;
  readonly isRight: boolean;
  /** Whether the answered category has enough examples to decide. */
  readonly mayDecide: boolean;
};

export type CategoryReport = {
  readonly category: string;
  readonly examples: number;
  /** The share of its held-back requests that was answered with it (recall); null if none was held back. */
  readonly found: number | null;
  /** The share of answers with this category that was right (precision); null if there was none. */
  readonly right: number | null;
};

/** Requests of one category that were answered with another. */
export type Confusion = { readonly category: string; readonly takenFor: string; readonly requests: number };

/**
 * How good a model is on requests that it had not learnt. Shares are from 0 to 1, null if there is nothing to measure.
 */
export type TrainingReport = {
  readonly examples: number;
  readonly leftOut: number;
  readonly heldBack: number;
  readonly accuracy: number | null;
  /** The share of requests that would be decided. */
  readonly coverage: number | null;
  /** The share of decided requests that is right. */
  readonly precision: number | null;
  /** The mean gap between the stated probability and how often answers are right. */
  readonly calibrationError: number | null;
  readonly threshold: number | null;
  readonly byCategory: readonly CategoryReport[];
  /** The most frequent first. */
  readonly confusions: readonly Confusion[];
};

export const CONFUSIONS_MAX = 50;

type Facts = {
  readonly categories: readonly string[];
  readonly exampleCounts: readonly number[];
  readonly leftOut: number;
  readonly threshold: number | null;
};

type Yardstick = {
  readonly sharpness: number;
  readonly strangeness: UsualStrangeness;
  readonly exampleCounts: readonly number[];
};

/** The likeliest category of each answer, its probability, and whether it is right. */
export function judge(
  answers: readonly HeldBackAnswer[],
  { sharpness, strangeness, exampleCounts }: Yardstick,
): JudgedAnswer[] {
  return answers.map(({ votes, novelty, category }) => {
    const probabilities = calibrated(votes, sharpness);
    const probability = probabilities.reduce((most, each) => Math.max(most, each), 0);
    const answered = probabilities.indexOf(probability);
    const mayDecide = (exampleCounts[answered] ?? 0) >= DECIDING_EXAMPLES_MIN;
    const sureness = surenessOf(probability, strangenessOf(novelty, strangeness));
    return { category, answered, probability, sureness, isRight: answered === category, mayDecide };
  });
}

/** Summarises the judged answers. */
export function trainingReport(answers: readonly JudgedAnswer[], facts: Facts): TrainingReport {
  const { categories, exampleCounts, leftOut, threshold } = facts;
  const decided = answers.filter(({ sureness, mayDecide }) => mayDecide && threshold !== null && sureness >= threshold);
  return {
    examples: exampleCounts.reduce((sum, count) => sum + count, 0),
    leftOut,
    heldBack: answers.length,
    accuracy: shareRight(answers),
    coverage: answers.length === 0 ? null : decided.length / answers.length,
    precision: shareRight(decided),
    calibrationError: answers.length === 0 ? null : calibrationError(answers),
    threshold,
    byCategory: categories.map((category, index) => ({
      category,
      examples: exampleCounts[index] ?? 0,
      found: shareRight(answers.filter((answer) => answer.category === index)),
      right: shareRight(answers.filter((answer) => answer.answered === index)),
    })),
    confusions: confusionsOf(answers, categories),
  };
}

function shareRight(answers: readonly JudgedAnswer[]): number | null {
  return answers.length === 0 ? null : answers.filter(({ isRight }) => isRight).length / answers.length;
}

function confusionsOf(answers: readonly JudgedAnswer[], categories: readonly string[]): Confusion[] {
  const requests = new Map<number, number>();
  for (const { category, answered, isRight } of answers) {
    if (isRight) continue;
    const pair = category * categories.length + answered;
    requests.set(pair, (requests.get(pair) ?? 0) + 1);
  }
  return [...requests]
    .sort(([pair, a], [other, b]) => b - a || pair - other)
    .slice(0, CONFUSIONS_MAX)
    .map(([pair, count]) => ({
      category: categories[Math.floor(pair / categories.length)] ?? "",
      takenFor: categories[pair % categories.length] ?? "",
      requests: count,
    }));
}
