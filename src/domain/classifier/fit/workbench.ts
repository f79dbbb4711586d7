import type { Network } from "../model/network";
import { emptyRows, type WeightedRows } from "../text/weightedRows";

/** Scratch buffers of training steps. They are reused, because allocating them costs more than a step. */
export type Workbench = {
  /** The grams of the text that take part in this step. */
  grams: WeightedRows;
  readonly sums: Float32Array;
  /** The units that fire and take part, with the start of their votes and their strength. */
  readonly firing: WeightedRows;
  readonly firingUnits: Int32Array;
  /** For each firing unit, how it should change. */
  readonly blame: Float32Array;
  readonly votes: Float32Array;
  /** The categories with too high or too low a probability; `errors` says by how much. */
  readonly wrong: Int32Array;
  readonly errors: Float32Array;
  wrongLength: number;
};

const GRAMS_ROOM = 512;

/** Makes a workbench for networks of this shape. */
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
