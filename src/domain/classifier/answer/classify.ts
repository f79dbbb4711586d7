import { DECIDING_EXAMPLES_MIN, type Model } from "../model/model";
import { calibrated } from "../sureness/calibrate";
import { textGrams } from "../text/textGrams";
import { answerTo } from "./answerTo";
import { becauseOf } from "./becauseOf";
import { strangenessOf, surenessOf } from "./strangeness";

/** Categories offered where the model does not decide. */
export const SUGGESTIONS_MAX = 3;

export type RankedCategory = { readonly category: string; readonly probability: number };

export type Classification = {
  /** Whether the category may be taken as it is; otherwise the customer is asked. */
  readonly decided: boolean;
  /** The likeliest category; null only for a model without categories. */
  readonly category: string | null;
  /** How often such an answer is right. */
  readonly probability: number;
  /** What of the probability is held against the threshold: less where the text has strange words. */
  readonly sureness: number;
  /** By how much the text is stranger than usual (`strangenessOf`). */
  readonly strangeness: number;
  /** The likeliest categories, in falling order. */
  readonly ranked: readonly RankedCategory[];
  /** Of all categories of the model, in its order; they sum to one. */
  readonly probabilities: Float32Array;
  /** The words that speak most for the likeliest category, the strongest first, without case and accents. */
  readonly because: readonly string[];
};

/** What a request is about, how sure that is, and why. Changes nothing. */
export function classify(model: Model, text: string): Classification {
  const grams = textGrams(text);
  const { vector, sums, votes, novelty } = answerTo(grams, model);
  const probabilities = calibrated(votes, model.sharpness);
  const strangeness = strangenessOf(novelty, model.strangeness);
  const likeliest = likeliestIndexes(probabilities);
  const ranked = likeliest.map((index) => ({
    category: model.categories[index] ?? "",
    probability: probabilities[index] ?? 0,
  }));
  const [first] = ranked;
  const [best] = likeliest;
  if (first === undefined || best === undefined) {
    const nothing = { decided: false, category: null, probability: 0, sureness: 0, ranked: [], because: [] };
    return { ...nothing, strangeness, probabilities };
  }
  const sureness = surenessOf(first.probability, strangeness);
  return {
    decided:
      vector.rows.length > 0 && mayDecide(model, best) && sureness >= (model.threshold ?? Number.POSITIVE_INFINITY),
    ...first,
    sureness,
    strangeness,
    ranked,
    probabilities,
    because: becauseOf(model, { grams, vector, sums }, likeliest),
  };
}

/**
 * The probability of each group of categories, such as those of one team: the sum of its categories' probabilities. A
 * team can be sure where the category is not.
 *
 * @param probabilities as `classify` found them
 */
export function groupProbabilities(
  { categories }: Model,
  probabilities: Float32Array,
  groups: ReadonlyMap<string, readonly string[]>,
): Map<string, number> {
  const byCategory = new Map(categories.map((category, index) => [category, probabilities[index] ?? 0]));
  return new Map(
    [...groups].map(([group, members]) => [
      group,
      [...new Set(members)].reduce((sum, category) => sum + (byCategory.get(category) ?? 0), 0),
    ]),
  );
}

function mayDecide({ exampleCounts }: Model, category: number): boolean {
  return (exampleCounts[category] ?? 0) >= DECIDING_EXAMPLES_MIN;
}

/** The first few in falling order, of equal ones the earlier first; without sorting all. */
function likeliestIndexes(probabilities: Float32Array): number[] {
  const likeliest: number[] = [];
  for (let index = 0; index < probabilities.length; index++) {
    const probability = probabilities[index] ?? 0;
    let place = likeliest.length;
    while (place > 0 && probability > (probabilities[likeliest[place - 1] ?? 0] ?? 0)) place--;
    if (place < SUGGESTIONS_MAX) {
      likeliest.splice(place, 0, index);
      likeliest.length = Math.min(likeliest.length, SUGGESTIONS_MAX);
    }
  }
  return likeliest;
}
