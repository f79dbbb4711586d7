import type { SequenceState } from "@/domain/request/sequenceState";
import type { Scenario } from "../../texts/scenario";
import type { SeededContact, SeededRep } from "../founding/structure";

/** One thing that somebody does in a story. The rep's steps wait until a rep has the request. */
export type StoryStep =
  /** The customer picks a category, or a member sets it, where a request waits for no team yet (R8). */
  | { readonly kind: "pick" | "sort" }
  /** The rep looks at it first; gives it a subject, tags and its right category; escalates it; closes it. */
  | { readonly kind: "look" | "tidy" | "escalate" | "close" }
  | { readonly kind: "reply"; readonly text: string; readonly thenState?: SequenceState }
  | { readonly kind: "write"; readonly text: string }
  /** The rep asks inside, somebody accepts, somebody answers. */
  | { readonly kind: "ask" | "accept" }
  | { readonly kind: "answer"; readonly text: string }
  | { readonly kind: "rate" };

/** A step and when it comes: so long after the one before, in the team's open hours or around the clock. */
export type PlannedStep = StoryStep & {
  readonly afterMs: number;
  readonly clock: "open" | "wall";
  /** Epoch ms; where given, the step comes then, whatever came before. */
  readonly atMs?: number;
};

/** Everybody as usual, nobody, or one rep alone. */
export type OnDuty = "everybody" | "nobody" | { readonly repId: string };

/** One matter of one customer, from the first message on. */
export type Story = {
  readonly scenario: Scenario;
  readonly contact: SeededContact;
  readonly beginsAtMs: number;
  readonly opening: string;
  /** A text of the scenario with this conversation's own values in its slots. */
  readonly fill: (text: string) => string;
  /** What the customer picked with the first message, or null. */
  readonly pickedCategoryId: string | null;
  readonly steps: readonly PlannedStep[];
  /** Who was there when it was routed; with nobody it stays in its queue. */
  readonly onDuty: OnDuty;
  next: number;
  /** Waits for a rep before the next step. */
  isParked: boolean;
  sequenceId: string | null;
  /** The backchannel, who asked in it, and who is to answer. */
  inside: Inside | null;
};

type Inside = {
  readonly interactionId: string;
  readonly asker: SeededRep;
  readonly specialist: SeededRep;
  /** Whether something was said that the one who asked has not read. */
  hasNews: boolean;
};

const REP_STEPS: ReadonlySet<StoryStep["kind"]> = new Set(["look", "tidy", "reply", "ask", "escalate", "close"]);

/** Whether a step is the rep's own. */
export function isRepStep({ kind }: StoryStep): boolean {
  return REP_STEPS.has(kind);
}
