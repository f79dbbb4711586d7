import type { Deps } from "@/server/deps";
import type { Scenario } from "../../texts/scenario";
import type { SeededRandom } from "../chance/seededRandom";
import type { SeededRep, Structure } from "../founding/structure";
import type { Story } from "../stories/story";
import { type Agenda, emptyAgenda } from "./agenda";
import type { Noted, TurnedClock, TurnedDeps } from "./turnedDeps";

/** One thing on the agenda of an organization's past. */
export type Happening =
  | { readonly kind: "arrive"; readonly scenario: Scenario }
  | { readonly kind: "begin" | "step" | "retry"; readonly story: Story }
  /** A job that a command set comes due. */
  | { readonly kind: "job"; readonly key: string; readonly task: string; readonly payload: unknown };

/** An organization at work: its time and its agenda. What has happened is in the database. */
export type Desk = {
  readonly structure: Structure;
  readonly deps: Deps;
  readonly clock: TurnedClock;
  readonly noted: Noted;
  readonly random: SeededRandom;
  readonly agenda: Agenda<Happening>;
  readonly reps: ReadonlyMap<string, SeededRep>;
  /** Stories in progress, by sequence. */
  readonly stories: Map<string, Story>;
  /** When each job is due, in epoch ms, by its key. A later setting replaces an earlier one of the same key. */
  readonly jobs: Map<string, number>;
  /** Until when a new message of a customer would continue their present request (R19), in epoch ms. */
  readonly busyUntilMs: Map<string, number>;
  /** From when on a customer is kept free for a live request, in epoch ms. */
  readonly reserved: Map<string, number>;
  /** The scenarios that each customer has had, as "scenario contact". */
  readonly told: Set<string>;
  /** The availability of each rep as it was written last. */
  readonly duties: Map<string, string>;
  /** Whether the first live request has begun. From then on queues are not drained: some live requests must wait. */
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

/** Ends a story. Its customer begins no other while a message would reopen this request (R19). */
export function endStory(desk: Desk, { contact, sequenceId }: Story): void {
  if (sequenceId === null || !desk.stories.delete(sequenceId)) return;
  desk.busyUntilMs.set(contact.id, desk.clock.nowMs + desk.structure.organization.reopen_within_ms + 1);
}
