import type { SequenceState } from "@/domain/request/sequenceState";

/** One message after the opening. */
export interface PlanTurn {
  readonly by: "customer" | "rep";
  readonly text: string;
  /** What the rep sets with it. */
  readonly thenState?: SequenceState;
}

/** A question that the rep asks another team behind the customer's back. */
export interface Consultation {
  readonly question: string;
  readonly answer: string;
}

/** How one customer's request will go; both sides play it by heart, so that a run is the same for the same seed. */
export interface Plan {
  readonly opening: string;
  /** Its last turn is by the rep and closes the request. */
  readonly turns: readonly PlanTurn[];
  /** Asked before the rep's last turn. */
  readonly consultation: Consultation | null;
  /** The customer shuts the page after the opening and comes back later. */
  readonly goesAway: boolean;
  /** The customer shuts the page after the first answer and is not seen again: no further message, no rating. */
  readonly leaves: boolean;
  /** When asked where the request belongs, the customer picks; otherwise a rep sets the category. */
  readonly picksCategory: boolean;
  readonly rating: { readonly score: 1 | 2 | 3 | 4 | 5; readonly comment?: string };
}
