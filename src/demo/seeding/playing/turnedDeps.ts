import type { Deps } from "@/server/deps";
import { openDeps } from "@/server/openDeps";
import type { Changes, Timer } from "@/server/writer/changes";
import { withLists } from "@/server/writer/composeChanges";
import type { SeededIds } from "../chance/seededIds";
import type { SeededRandom } from "../chance/seededRandom";

/** No browser sees what is played, so no id is sealed with this key. */
const ID_KEY = "the demo seals no ids while it is played";

/** A command reads on several connections at once. */
const CONNECTIONS_MAX = 3;

/** The clock of the play, in epoch ms. It never goes back. */
export type TurnedClock = { nowMs: number };

/** The timers and assignments that commands have committed since the player last took them. */
export type Noted = { readonly timers: Timer[]; readonly assignedIds: Set<string> };

/** The dependencies of commands, with a clock that the player turns, and ids and chance from the seed. */
export type TurnedDeps = {
  readonly deps: Deps;
  readonly clock: TurnedClock;
  readonly noted: Noted;
  close(): Promise<void>;
};

type Given = { readonly random: SeededRandom; readonly ids: SeededIds; readonly startsAtMs: number };

/** Opens the server's own dependencies on a database, where commits do not wait for the disk. */
export function openTurnedDeps(databaseUrl: string, { random, ids, startsAtMs }: Given): TurnedDeps {
  const turned: TurnedClock = { nowMs: startsAtMs };
  const noted: Noted = { timers: [], assignedIds: new Set() };
  const clock = { now: () => new Date(turned.nowMs) };
  const given = { databaseUrl: seedingUrl(databaseUrl), connectionsMax: CONNECTIONS_MAX, idKey: ID_KEY, clock };
  const { deps, close } = openDeps(given);
  const commitTogether: Deps["commitTogether"] = async (changes) => {
    // The demo's classifiers learn from imported examples only, so that the played requests can test them.
    const played = withLists(changes, { label: null });
    const outcome = await deps.commitTogether(played);
    if (outcome.outcome === "committed") note(noted, played);
    return outcome;
  };
  const newId = () => ids(turned.nowMs);
  return { deps: { ...deps, newId, chance: random.whole, commitTogether }, clock: turned, noted, close };
}

function note(noted: Noted, { timers = [], request = [], patchRequest = [] }: Changes) {
  noted.timers.push(...timers);
  for (const { sequence_id, assigned_to_id } of [...request, ...patchRequest]) {
    if (assigned_to_id) noted.assignedIds.add(sequence_id);
  }
}

/**
 * Options of the play's sessions. Commits do not wait for the disk, since an interrupted seed begins anew. Statements
 * are first planned on empty tables: without these options the plans would read whole tables, or be made for each call.
 */
const SEEDING_OPTIONS = [
  "synchronous_commit=off",
  "enable_seqscan=off",
  "plan_cache_mode=force_generic_plan",
  "jit=off",
];

function seedingUrl(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  url.searchParams.set("options", SEEDING_OPTIONS.map((option) => `-c ${option}`).join(" "));
  return url.href;
}
