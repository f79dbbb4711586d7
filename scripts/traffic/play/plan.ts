import type { SeededRandom } from "@/demo/seeding/chance/seededRandom";
import type { SequenceState } from "@/domain/request/sequenceState";
import { RATING_COMMENTS } from "../texts/catalogue";

/** One message after the opening. */
export interface PlanTurn {
  readonly by: "customer" | "rep";
  readonly text: string;
  /** The state that the rep sets with it. */
  readonly thenState?: SequenceState;
}

/** A question that the rep asks another team behind the customer's back. */
export interface Consultation {
  readonly question: string;
  readonly answer: string;
}

/** The script of one customer's request. Both sides know it, so that the same seed gives the same run. */
export interface Plan {
  readonly opening: string;
  /** The last turn is by the rep and closes the request. */
  readonly turns: readonly PlanTurn[];
  /** Asked before the rep's last turn. */
  readonly consultation: Consultation | null;
  /** The customer closes the page after the opening and comes back later. */
  readonly goesAway: boolean;
  /** The customer closes the page after the first answer and never comes back: no further message, no rating. */
  readonly leaves: boolean;
  /** The customer picks a category when they are asked. Otherwise a rep sets it. */
  readonly picksCategory: boolean;
  readonly rating: { readonly score: 1 | 2 | 3 | 4 | 5; readonly comment?: string };
}

/** Makes a rating as people give them: mostly good, and sometimes with a comment. */
export function chanceRating(random: SeededRandom): Plan["rating"] {
  const score = random.pick([5, 5, 5, 4, 4, 3, 2, 1] as const);
  return random.chance(0.25) ? { score, comment: random.pick(RATING_COMMENTS) } : { score };
}
