/** One message after the opening; the rep's words are what the customer reads. */
interface ScenarioTurn {
  readonly by: "customer" | "rep";
  readonly text: string;
}

/** What was asked inside while the customer waited; none of it may reach the customer (P3). */
interface ScenarioBackchannel {
  readonly teamKey: string;
  readonly question: string;
  readonly answer: readonly string[];
}

/** A hand-written conversation of a demo organization; texts may hold the slots of `slots.ts`. */
export interface Scenario {
  readonly key: string;
  readonly categoryKey: string;
  readonly subject: string;
  /** The language that the customer writes in; absent means English. */
  readonly language?: "de" | "es" | "fr" | "tr";
  /** Wordings of the customer's first message, each another person's way of writing; one is used. */
  readonly opening: readonly string[];
  readonly turns: readonly ScenarioTurn[];
  /** Asked and answered after the rep's first turn, or before it where the rep has only one. */
  readonly backchannel?: ScenarioBackchannel;
  readonly tags: readonly string[];
  readonly endState: "closed" | "pending" | "need_info";
  readonly rating?: { readonly score: 1 | 2 | 3 | 4 | 5; readonly comment?: string };
}

/** Texts by the key of the category that they are examples of. */
export type LabelledTexts = Readonly<Record<string, readonly string[]>>;
