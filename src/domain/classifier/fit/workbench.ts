import type { Network } from "../model/network";
import { emptyRows, type WeightedRows } from "../text/weightedRows";

/** What a training step works on; kept from step to step, since making it anew would cost more than the step. */
export type Workbench = {
  /** The text's grams that take part in this step, and where their weights begin. */
  grams: WeightedRows;
  readonly sums: Float32Array;
  /** The units above nought that take part, with where their votes begin and how loud they are. */
  readonly firing: WeightedRows;
  readonly firingUnits: Int32Array;
  /** For each firing unit how it should change. */
  readonly blame: Float32Array;
  readonly votes: Float32Array;
  /** Categories voted for too much or too little, and by how much. */
  readonly wrong: Int32Array;
  readonly errors: Float32Array;
  wrongLength: number;
};

const GRAMS_ROOM = 512;

/** A workbench for networks of this shape. */
export function workbenchFor({ units, categories }: Network): Workbench {
  return {
    grams: emptyRows(GRAMS_ROOM),
    sums: new Float32Array(units),
    firing: emptyRows(units),
    firingUnits: new Int32Array(units),
    blame: new Float32Array(units),
    votes: new Float32Array(categories),
    wrong: new Int32Array(categories),
    errors: new Float32Array(categories),
    wrongLength: 0,
  };
}
