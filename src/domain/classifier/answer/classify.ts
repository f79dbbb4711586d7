import { DECIDING_EXAMPLES_MIN, type Model } from "../model/model";
import { calibrated } from "../sureness/calibrate";
import { textGrams } from "../text/textGrams";
import { answerTo } from "./answerTo";
import { becauseOf } from "./becauseOf";
import { strangenessOf, surenessOf } from "./strangeness";

/** The categories offered if the model does not decide. */
export const SUGGESTIONS_MAX = 3;

export type RankedCategory = { readonly category: string; readonly probability: number };

export type Classification = {
  /** Whether the category may be set without asking; otherwise the customer is asked. */
  readonly decided: boolean;
  /** The likeliest category; null only if the model has no categories. */
  readonly category: string | null;
  /** How often such an answer is right. */
  readonly probability: number;
  /** The value compared with the threshold (`surenessOf`): lower than the probability if the text is strange. */
  readonly sureness: number;
  /** By how much the text is stranger than usual (`strangenessOf`). */
  readonly strangeness: number;
  /** The likeliest categories, in descending order; at most SUGGESTIONS_MAX. */
  readonly ranked: readonly RankedCategory[];
  /** The probability of each category of the model, in its order; they sum to one. */
  readonly probabilities: Float32Array;
  /** The words that speak most for the likeliest category, folded (`foldedWords`), the strongest first. */
  readonly because: readonly string[];
};

/** Says what a request is about, how sure that is, and why. It does not change the model. */
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
 * team can be sure even if no category is.
 *
 * @param probabilities from `classify`
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

/** The indexes of the few highest in descending order, equal ones in their own order. It does not sort all of them. */
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
