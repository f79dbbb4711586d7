import type { SequenceState } from "@/domain/request/sequenceState";
import type { Scenario } from "../../texts/scenario";
import type { SeededContact, SeededRep } from "../founding/structure";

/** One thing that somebody does in a story. The steps of a rep wait until a rep has the request. */
export type StoryStep =
  /** The customer picks a category, or a member sets it, for a request without a team (R8). */
  | { readonly kind: "pick" | "sort" }
  /** The rep looks at the request, sets subject, tags and category, escalates it, or closes it. */
  | { readonly kind: "look" | "tidy" | "escalate" | "close" }
  | { readonly kind: "reply"; readonly text: string; readonly thenState?: SequenceState }
  | { readonly kind: "write"; readonly text: string }
  /** The rep opens a backchannel, a specialist accepts, the specialist answers. */
  | { readonly kind: "ask" | "accept" }
  | { readonly kind: "answer"; readonly text: string }
  | { readonly kind: "rate" };

/** A step and its time: `afterMs` after the step before it, in the team's open hours or around the clock. */
export type PlannedStep = StoryStep & {
  readonly afterMs: number;
  readonly clock: "open" | "wall";
  /** Epoch ms. If given, the step comes at this time instead. */
  readonly atMs?: number;
};

/** Who is on duty: everybody as usual, nobody, or one rep alone. */
export type OnDuty = "everybody" | "nobody" | { readonly repId: string };

/** One request of one customer, from the first message on. */
export type Story = {
  readonly scenario: Scenario;
  readonly contact: SeededContact;
  readonly beginsAtMs: number;
  readonly opening: string;
  /** Fills the slots of a text with the values of this conversation. */
  readonly fill: (text: string) => string;
  /** The category that the customer picked with the first message; null if none. */
  readonly pickedCategoryId: string | null;
  readonly steps: readonly PlannedStep[];
  /** Who is on duty while it is routed. With nobody it stays in its queue. */
  readonly onDuty: OnDuty;
  /** Index of the next step. */
  next: number;
  /** Whether the next step waits until a rep has the request. */
  isParked: boolean;
  sequenceId: string | null;
  /** The backchannel, the rep who opened it, and the specialist who answers; null before it is opened. */
  inside: Inside | null;
};

type Inside = {
  readonly interactionId: string;
  readonly asker: SeededRep;
  readonly specialist: SeededRep;
  /** Whether the asker has unread messages in it. */
  hasNews: boolean;
};

const REP_STEPS: ReadonlySet<StoryStep["kind"]> = new Set(["look", "tidy", "reply", "ask", "escalate", "close"]);

/** Whether a step is the rep's own. */
export function isRepStep({ kind }: StoryStep): boolean {
  return REP_STEPS.has(kind);
}
