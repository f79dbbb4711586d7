import type { UsualStrangeness } from "../answer/strangeness";
import type { ReplayMemory } from "../fit/replayMemory";
import type { Vocabulary } from "../text/vocabulary";
import type { Network } from "./network";

/** What `train` made and `learn` goes on with, in place. Plain data; `serialise` writes it down. */
export type Model = {
  /** In the order of the networks' votes. */
  categories: string[];
  /** Examples learnt of each category, its name not counted. */
  exampleCounts: number[];
  readonly vocabulary: Vocabulary;
  networks: Network[];
  /** The factor on votes at which their probabilities were right for held-back requests. */
  readonly sharpness: number;
  /** How strange held-back requests were: less than that takes nothing away from an answer's sureness. */
  readonly strangeness: UsualStrangeness;
  /** The sureness from which on the model decides; null: never. Whoever watches live precision may raise it. */
  threshold: number | null;
  readonly memory: ReplayMemory;
  /** Where the chance of the next online step begins. */
  seed: number;
};

/** A category decides only with so many examples: with fewer, nothing is known of how often it is right. */
export const DECIDING_EXAMPLES_MIN = 5;
