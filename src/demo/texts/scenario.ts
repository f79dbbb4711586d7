/** One message after the opening, either way between customer and rep. */
interface ScenarioTurn {
  readonly by: "customer" | "rep";
  readonly text: string;
}

/** A backchannel opened while the customer waits. None of it may reach the customer (P3). */
interface ScenarioBackchannel {
  readonly teamKey: string;
  readonly question: string;
  readonly answer: readonly string[];
}

/** A hand-written conversation of a demo organization. Its texts may hold the slots of `slots.ts`. */
export interface Scenario {
  readonly key: string;
  readonly categoryKey: string;
  readonly subject: string;
  /** The language that the customer writes in; absent means English. */
  readonly language?: "de" | "es" | "fr" | "tr";
  /** Wordings of the customer's first message by different people, of which a story uses one. */
  readonly opening: readonly string[];
  readonly turns: readonly ScenarioTurn[];
  /** Comes after the rep's first turn, or before it if the rep has only one. */
  readonly backchannel?: ScenarioBackchannel;
  readonly tags: readonly string[];
  readonly endState: "closed" | "pending" | "need_info";
  readonly rating?: { readonly score: 1 | 2 | 3 | 4 | 5; readonly comment?: string };
}

/** Examples of a customer's texts, by the key of their category. */
export type LabelledTexts = Readonly<Record<string, readonly string[]>>;
