import { toProbabilities } from "../answer/meanVotes";
import type { Network } from "../model/network";
import type { TextVector } from "../text/textVector";
import { addRows, emptyRows } from "../text/weightedRows";
import { bitsBelow, type SeededChance } from "./seededChance";
import type { Workbench } from "./workbench";

/** The shares left out at random in each step, so that no category depends on a single gram or unit. */
const GRAM_DROPOUT = 0.45;
const UNIT_DROPOUT = 0.3;

/** Biases move by this fraction of the pace of weights. */
const BIAS_PACE = 0.1;

/** An answer this close to the truth stays unchanged; improving it further costs time and teaches noise. */
const GOOD_ENOUGH = 0.85;

/** Smaller errors are ignored. */
const ERROR_MIN = 1e-3;

/** A text, the category it should get, and the step size (learning rate). */
export type Lesson = { readonly vector: TextVector; readonly category: number; readonly pace: number };

/**
 * Moves the network one step towards giving the text its category, unless it already answers well enough. It is
 * stochastic gradient descent on the logarithm of the category's probability, with dropout.
 *
 * @returns whether the network changed
 */
export function trainingStep(network: Network, lesson: Lesson, workbench: Workbench, chance: SeededChance): boolean {
  pickGrams(network, lesson.vector, workbench, chance);
  fireUnits(network, workbench, chance);
  findErrors(network, lesson.category, workbench);
  if ((workbench.votes[lesson.category] ?? 0) > GOOD_ENOUGH) return false;
  correctVotes(network, lesson.pace, workbench);
  correctGrams(network, workbench);
  return true;
}

function pickGrams(
  { units }: Network,
  { rows, weights }: TextVector,
  workbench: Workbench,
  chance: SeededChance,
): void {
  if (rows.length > workbench.grams.starts.length) workbench.grams = emptyRows(rows.length);
  const { grams } = workbench;
  const dropped = bitsBelow(GRAM_DROPOUT);
  grams.length = 0;
  for (let index = 0; index < rows.length; index++) {
    if (chance.bits() < dropped) continue;
    grams.starts[grams.length] = (rows[index] ?? 0) * units;
    // The kept grams make up for the dropped ones, so that sums stay as they are without dropout.
    grams.factors[grams.length++] = (weights[index] ?? 0) / (1 - GRAM_DROPOUT);
  }
}

function fireUnits(
  { units, categories, gramWeights, unitBiases }: Network,
  workbench: Workbench,
  chance: SeededChance,
): void {
  const { grams, sums, firing, firingUnits } = workbench;
  sums.set(unitBiases);
  addRows(sums, gramWeights, grams);
  const dropped = bitsBelow(UNIT_DROPOUT);
  firing.length = 0;
  for (let unit = 0; unit < units; unit++) {
    const sum = sums[unit] ?? 0;
    if (sum <= 0 || chance.bits() < dropped) continue;
    firingUnits[firing.length] = unit;
    firing.starts[firing.length] = unit * categories;
    firing.factors[firing.length++] = sum / (1 - UNIT_DROPOUT);
  }
}

function findErrors({ categories, voteWeights, voteBiases }: Network, category: number, workbench: Workbench): void {
  const { firing, votes, wrong, errors } = workbench;
  votes.set(voteBiases);
  addRows(votes, voteWeights, firing);
  toProbabilities(votes);
  workbench.wrongLength = 0;
  for (let each = 0; each < categories; each++) {
    const error = (votes[each] ?? 0) - (each === category ? 1 : 0);
    if (Math.abs(error) <= ERROR_MIN) continue;
    wrong[workbench.wrongLength] = each;
    errors[workbench.wrongLength++] = error;
  }
}

function correctVotes({ voteWeights, voteBiases }: Network, pace: number, workbench: Workbench): void {
  const { firing, wrong, errors, wrongLength, blame } = workbench;
  for (let index = 0; index < firing.length; index++) {
    const start = firing.starts[index] ?? 0;
    const move = pace * (firing.factors[index] ?? 0);
    let slope = 0;
    for (let each = 0; each < wrongLength; each++) {
      const place = start + (wrong[each] ?? 0);
      const weight = voteWeights[place] ?? 0;
      const error = errors[each] ?? 0;
      slope += weight * error;
      voteWeights[place] = weight - move * error;
    }
    blame[index] = (pace * slope) / (1 - UNIT_DROPOUT);
  }
  for (let each = 0; each < wrongLength; each++) {
    const category = wrong[each] ?? 0;
    voteBiases[category] = (voteBiases[category] ?? 0) - BIAS_PACE * pace * (errors[each] ?? 0);
  }
}

function correctGrams({ gramWeights, unitBiases }: Network, { grams, firing, firingUnits, blame }: Workbench): void {
  for (let index = 0; index < firing.length; index++) {
    const unit = firingUnits[index] ?? 0;
    unitBiases[unit] = (unitBiases[unit] ?? 0) - BIAS_PACE * (blame[index] ?? 0);
  }
  for (let gram = 0; gram < grams.length; gram++) {
    const start = grams.starts[gram] ?? 0;
    const factor = grams.factors[gram] ?? 0;
    for (let index = 0; index < firing.length; index++) {
      const place = start + (firingUnits[index] ?? 0);
      gramWeights[place] = (gramWeights[place] ?? 0) - factor * (blame[index] ?? 0);
    }
  }
}
