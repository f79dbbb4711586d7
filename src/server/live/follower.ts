import type { Pov } from "@/domain/pov/pov";
import type { Typing } from "./bell";
import type { ListEntry } from "./entries";

/** Somebody who follows lists. The hub reads for all of them together and hands each what is new. */
export type Follower = {
  /** Whose stream it is. */
  readonly partyId: string;
  /** Where it stands in each list that it follows. */
  readonly positions: Map<string, number>;
  /** Whom it reads as now, or null once it may not follow any more. Asked before every delivery. */
  authorise(): Promise<Pov | null>;
  /** While nothing is new, its right is asked once in so many sweeps. */
  readonly rightAskedEverySweeps: number;
  /** Hands over new entries, in the order of their lists; moves `positions` on. */
  hear(pov: Pov, entries: readonly ListEntry[]): Promise<void>;
  /** The lists of its point of view are others now. */
  relist(pov: Pov): Promise<void>;
  type(typing: Typing): void;
  end(): void;
};
