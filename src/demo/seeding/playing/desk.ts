import type { Deps } from "@/server/deps";
import type { Scenario } from "../../texts/scenario";
import type { SeededRandom } from "../chance/seededRandom";
import type { SeededRep, Structure } from "../founding/structure";
import type { Story } from "../stories/story";
import { type Agenda, emptyAgenda } from "./agenda";
import type { Noted, TurnedClock, TurnedDeps } from "./turnedDeps";

/** What comes up in the past of an organization. */
export type Happening =
  | { readonly kind: "arrive"; readonly scenario: Scenario }
  | { readonly kind: "begin" | "step" | "retry"; readonly story: Story }
  /** A job comes due that a command has set. */
  | { readonly kind: "job"; readonly key: string; readonly task: string; readonly payload: unknown };

/** An organization at work: what lies ahead, and what time it is. What has happened is in the database. */
export type Desk = {
  readonly structure: Structure;
  readonly deps: Deps;
  readonly clock: TurnedClock;
  readonly noted: Noted;
  readonly random: SeededRandom;
  readonly agenda: Agenda<Happening>;
  readonly reps: ReadonlyMap<string, SeededRep>;
  /** Stories that are under way, by sequence. */
  readonly stories: Map<string, Story>;
  /** When each job is due, in epoch ms, by its key: an earlier time under the same key counts no more. */
  readonly jobs: Map<string, number>;
  /** Until when a customer would go on with a matter that they have instead of beginning another (R19). */
  readonly busyUntilMs: Map<string, number>;
  /** From when on a customer is kept free for a live request. */
  readonly reserved: Map<string, number>;
  /** Which customer has come with which scenario. */
  readonly told: Set<string>;
  /** Who is on duty, by rep. */
  readonly duties: Map<string, string>;
  /** Whether a live request has begun: those that are to be seen waiting are not handed out any more. */
  hasLive: boolean;
};

/** A desk at which nothing has happened yet. */
export function newDesk(structure: Structure, { deps, clock, noted }: TurnedDeps, random: SeededRandom): Desk {
  return {
    structure,
    deps,
    clock,
    noted,
    random,
    agenda: emptyAgenda(),
    reps: new Map(structure.reps.map((rep) => [rep.id, rep])),
    stories: new Map(),
    jobs: new Map(),
    busyUntilMs: new Map(),
    reserved: new Map(),
    told: new Set(),
    duties: new Map(),
    hasLive: false,
  };
}
