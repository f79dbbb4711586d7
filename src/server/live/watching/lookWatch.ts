import { isSeenByPrivilege } from "@/contract/views/isSeenByPrivilege";
import type { RepEvent, SequenceView } from "@/contract/views/repViews";
import { DomainError } from "@/domain/errors";
import type { Pov } from "@/domain/pov/pov";
import type { Deps } from "../../deps";
import { readHeads } from "../../pov/presentPosition";
import { sequenceView } from "../../request/queries/sequenceView";
import { requestVersion, threadStamps } from "../../request/queries/watchStamps";

/** A look that lasts: a member has a sequence open that they see by privilege. */
export type Look = {
  readonly sequenceId: string;
  /** Whom it reads as now, or null once it may not look any more. Asked before every delivery. */
  authorise(): Promise<Pov | null>;
  hear(event: RepEvent): void;
};

export type LookWatch = { watch(look: Look): () => void; close(): void };

/** What a lost ring left, and a right that was given or taken without one, is found after at most this long. */
const SWEEP_EVERY_MS = 5_000;

/** Reads of a request that is changed all the while. */
const READS_MAX = 3;

type Watched = Look & {
  /** What was told last; null before the first. */
  told: string | null;
  /** Those in the matter: when the list of one of them grows, something may have changed. Null while nobody knows them. */
  partyIds: ReadonlySet<string> | null;
  /** What the last sweep found that could make it another: whom it reads as, and where the lists of those in it stand. */
  standing: string;
  /** Lets the one look go that all these reads are; null before the first. */
  release: (() => void) | null;
  isBusy: boolean;
  isMissed: boolean;
};

/**
 * Follows what members look at by privilege alone (P5, P6), of which no list of theirs tells. When the list of somebody
 * in it grows, the sequence is read by its page's own query, and told whole if what this viewer sees of it has changed;
 * of all else nothing is told. One look leaves one trace (P12), however much it is told.
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
      deps.log.error({ err: error }, "following a look failed");
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
        standing: "",
        release: null,
        isBusy: false,
        isMissed: false,
      };
      looks.add(watched);
      // Whatever was committed between its page and now is told at once.
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

/** Rights and list heads of all looks, by a statement for each of the two. */
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
  // The lists of those who take part tell them all, and nobody who left is told anything.
  if (!seen.view.interactions.some((each) => isSeenByPrivilege(each, pov.groupIds))) return;
  if (look.told === seen.stamp || !looks.has(look)) return;
  look.told = seen.stamp;
  look.hear({ type: "followed", sequenceId: look.sequenceId, sequence: seen.view });
}

/** The sequence and a stamp of all that is shown of it; null where it is not there for `pov`. */
async function seenNow(
  pov: Pov,
  sequenceId: string,
  deps: Deps,
): Promise<{ view: SequenceView; stamp: string } | null> {
  try {
    const { threads, view } = await atOneVersion(sequenceId, deps, async () => ({
      threads: await threadStamps(pov, sequenceId, deps),
      view: await sequenceView(pov, sequenceId, deps),
    }));
    // How far the viewer's own lists have got is no change of what is looked at.
    return { view, stamp: JSON.stringify([{ ...view, asOf: null }, threads]) };
  } catch (error) {
    if (error instanceof DomainError && error.code === "not_found") return null;
    throw error;
  }
}

/**
 * What was read while the request stayed as it was: of one that is taken between two reads, one would tell that it waits and
 * the other that somebody has it. One that never rests is told as it is found; the next ring puts it right.
 */
async function atOneVersion<Read>(sequenceId: string, deps: Deps, read: () => Promise<Read>): Promise<Read> {
  let before = await requestVersion(sequenceId, deps);
  for (let tries = 1; ; tries++) {
    const found = await read();
    const after = await requestVersion(sequenceId, deps);
    if (after === before || tries === READS_MAX) return found;
    before = after;
  }
}

function partiesOf({ interactions }: SequenceView): Set<string> {
  return new Set(interactions.flatMap(({ participants }) => participants.map(({ party }) => party.id)));
}
