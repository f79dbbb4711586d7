import type { RepEvent } from "@/contract/live/repEvent";
import type { SequenceView } from "@/contract/views/requestViews";
import { isSeenByPrivilege } from "@/domain/pov/isSeenByPrivilege";
import type { Pov } from "@/domain/pov/pov";
import { isDatabaseAway } from "../../db/isDatabaseAway";
import type { Deps } from "../../deps";
import { readHeads } from "../../pov/presentPosition";
import { seenNow } from "./seenNow";

/** A look that lasts, because a member has a sequence open that they see by privilege. */
export type Look = {
  readonly sequenceId: string;
  /** The point of view that it has now; null once it may not look any more. Asked before every delivery. */
  authorise(): Promise<Pov | null>;
  hear(event: RepEvent): void;
};

export type LookWatch = { watch(look: Look): () => void; close(): void };

/** The sweep finds changes whose ring was lost, and rights that changed without a ring, after at most this long. */
const SWEEP_EVERY_MS = 5_000;

/** The standing of a look that is to be read in any case. */
const UNKNOWN = "";

type Watched = Look & {
  /** A stamp of what was told last; null before the first time. */
  told: string | null;
  /**
   * The parties in the sequence. If the list of one of them grows, something may have changed. Null until first read.
   */
  partyIds: ReadonlySet<string> | null;
  /** A stamp of what the last sweep found: its point of view, and the heads of its parties' lists. */
  standing: string;
  /** Ends the one look (P12) to which all readings belong; null before the first reading. */
  release: (() => void) | null;
  isBusy: boolean;
  isMissed: boolean;
};

/**
 * Follows sequences that members look at by privilege alone (P5, P6), of which none of their lists tells. When the list
 * of somebody in it grows, the sequence is read by its page's own query. If what this viewer sees has changed, the
 * sequence is told whole; otherwise nothing is told. One look leaves one trace (P12), however much is told.
 */
export function openLookWatch(deps: Deps): LookWatch {
  const looks = new Set<Watched>();
  let isSweeping = false;

  const lookAgain = async (look: Watched) => {
    if (look.isBusy) {
      look.isMissed = true;
      return;
    }
    look.isBusy = true;
    try {
      do {
        look.isMissed = false;
        await tellLook(look, looks, deps);
      } while (look.isMissed && looks.has(look));
    } catch (error) {
      // The next sweep looks again, even if nothing more changes.
      look.standing = UNKNOWN;
      // The sweep says that the database is away, once for all looks.
      if (!isDatabaseAway(error)) deps.log.error({ err: error }, "following a look failed");
    } finally {
      look.isBusy = false;
    }
  };
  const stopRing = deps.bell.onRing((listIds) => {
    for (const look of looks) if (isConcerned(look, listIds)) void lookAgain(look);
  });
  const sweepOnce = async () => {
    if (isSweeping) return;
    isSweeping = true;
    try {
      const found = await standings([...looks], deps);
      const changed = [...found].filter(([look, standing]) => look.standing !== standing);
      for (const [look, standing] of changed) look.standing = standing;
      for (const [look] of changed) await lookAgain(look);
    } finally {
      isSweeping = false;
    }
  };
  const sweep = setInterval(
    () => void sweepOnce().catch((error: unknown) => deps.log.warn({ err: error }, "sweeping looks failed")),
    SWEEP_EVERY_MS,
  );
  sweep.unref();
  return {
    watch(look) {
      const watched: Watched = {
        ...look,
        told: null,
        partyIds: null,
        standing: UNKNOWN,
        release: null,
        isBusy: false,
        isMissed: false,
      };
      looks.add(watched);
      // Tell at once what was committed between its page and now.
      void lookAgain(watched);
      return () => drop(watched, looks);
    },
    close() {
      clearInterval(sweep);
      stopRing();
      for (const look of looks) drop(look, looks);
    },
  };
}

/** The stamps of all looks, from one statement for their rights and one for the heads of lists. */
async function standings(looks: readonly Watched[], deps: Deps): Promise<Map<Watched, string>> {
  if (looks.length === 0) return new Map();
  const parties = new Set(looks.flatMap(({ partyIds }) => [...(partyIds ?? [])]));
  const [heads, povs] = await Promise.all([
    readHeads([...parties], deps),
    Promise.all(looks.map((look) => look.authorise())),
  ]);
  const standingOf = ({ partyIds }: Watched, index: number) =>
    JSON.stringify([povs[index], [...(partyIds ?? [])].map((id) => heads.get(id) ?? 0)]);
  return new Map(looks.map((look, index) => [look, standingOf(look, index)]));
}

function drop(look: Watched, looks: Set<Watched>): void {
  if (!looks.delete(look)) return;
  look.release?.();
}

function isConcerned({ partyIds }: Watched, listIds: readonly string[]): boolean {
  return partyIds === null || listIds.some((id) => partyIds.has(id));
}

async function tellLook(look: Watched, looks: Set<Watched>, deps: Deps): Promise<void> {
  const pov = await look.authorise();
  if (pov !== null && looks.has(look)) look.release ??= deps.looks.hold(pov.partyId, look.sequenceId);
  const seen = pov === null ? null : await seenNow(pov, look.sequenceId, deps);
  if (!looks.has(look)) return;
  if (pov === null || seen === null) {
    drop(look, looks);
    if (look.told !== null) look.hear({ type: "followed", sequenceId: look.sequenceId, sequence: null });
    return;
  }
  look.partyIds = partiesOf(seen.view);
  // Members who take part hear everything by their lists, and members who left hear nothing.
  if (!seen.view.interactions.some((each) => isSeenByPrivilege(each, pov.groupIds))) return;
  if (look.told === seen.stamp || !looks.has(look)) return;
  look.told = seen.stamp;
  look.hear({ type: "followed", sequenceId: look.sequenceId, sequence: seen.view });
}

function partiesOf({ interactions }: SequenceView): Set<string> {
  return new Set(interactions.flatMap(({ participants }) => participants.map(({ party }) => party.id)));
}
