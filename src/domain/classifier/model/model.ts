import type { UsualStrangeness } from "../answer/strangeness";
import type { ReplayMemory } from "../fit/replayMemory";
import type { Vocabulary } from "../text/vocabulary";
import type { Network } from "./network";

/** A classifier. `train` makes it, `learn` changes it in place, `serialise` writes it. Plain data. */
export type Model = {
  /** The categories, in the order of the networks' votes. */
  categories: string[];
  /** The number of learnt examples of each category, without its name. */
  exampleCounts: number[];
  readonly vocabulary: Vocabulary;
  networks: Network[];
  /** The factor on votes that made probabilities right for held-back requests (`calibrate`). */
  readonly sharpness: number;
  /** How strange held-back requests were. Only a stranger text lowers the sureness of an answer. */
  readonly strangeness: UsualStrangeness;
  /** The model decides from this sureness on; null is never. Live precision may raise it (`raisedThreshold`). */
  threshold: number | null;
  readonly memory: ReplayMemory;
  /** The seed for the next `learn`. */
  seed: number;
};

/** A category with fewer examples never decides, because it is unknown how often it is right. */
export const DECIDING_EXAMPLES_MIN = 5;
