import type { Deps } from "@/server/deps";
import { openDeps } from "@/server/openDeps";
import type { Changes, Timer } from "@/server/writer/changes";
import { withLists } from "@/server/writer/composeChanges";
import type { SeededIds } from "../chance/seededIds";
import type { SeededRandom } from "../chance/seededRandom";

/** Nothing of the play goes out to a browser, so no id is sealed by this key. */
const ID_KEY = "the demo seals no ids while it is played";

/** A command's reads go side by side. */
const CONNECTIONS_MAX = 3;

/** Epoch ms. Only ever turned on. */
export type TurnedClock = { nowMs: number };

/** What commands of the play have set since the player looked last. */
export type Noted = { readonly timers: Timer[]; readonly assignedIds: Set<string> };

/** What commands reach the world through, on a clock that the player turns, with ids and a chance out of the seed. */
export type TurnedDeps = {
  readonly deps: Deps;
  readonly clock: TurnedClock;
  readonly noted: Noted;
  close(): Promise<void>;
};

type Given = { readonly random: SeededRandom; readonly ids: SeededIds; readonly startsAtMs: number };

/** Opens the server's own deps on a database; what is committed there waits for no disk. */
export function openTurnedDeps(databaseUrl: string, { random, ids, startsAtMs }: Given): TurnedDeps {
  const turned: TurnedClock = { nowMs: startsAtMs };
  const noted: Noted = { timers: [], assignedIds: new Set() };
  const clock = { now: () => new Date(turned.nowMs) };
  const given = { databaseUrl: seedingUrl(databaseUrl), connectionsMax: CONNECTIONS_MAX, idKey: ID_KEY, clock };
  const { deps, close } = openDeps(given);
  const commitTogether: Deps["commitTogether"] = async (changes) => {
    // The demo's classifiers learn what is imported alone: what its customers write shows how well they do.
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
 * A seed that is cut short is begun anew, so no commit waits for the disk. The tables are still empty when statements
 * are first planned: without statistics the plans would read whole tables, and be made anew for each call.
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
