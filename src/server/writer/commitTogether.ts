import type pg from "pg";
import { DomainError } from "@/domain/errors";
import { together } from "../db/together";
import type { ChangeLists, Changes, CommitOutcome } from "./changes";
import { commitChanges, isDeadlock, isLostRace } from "./commitChanges";
import { composeBatch } from "./composeChanges";

/** Commits as `commitChanges` does. `heads` may be empty: then another caller in the same batch has them. */
export type CommitTogether = (changes: Changes) => Promise<CommitOutcome>;

/** Two transactions at a time keep the database busy; more of them would only make the batches smaller. */
const BOUNDS = { lanesMax: 2, itemsMax: 64 };

/** Parts that claim nothing that others may claim too, and that do not depend on the exact moment of the commit. */
const SHAREABLE: ReadonlySet<string> = new Set<"at" | "organizationId" | keyof ChangeLists>([
  ...(["at", "organizationId", "expect", "posts", "entries", "timers"] as const),
  ...(["patchRequest", "patchSequence", "patchClock", "clocks", "answered"] as const),
]);

/**
 * Commits unrelated messages of several commands in one transaction. Under load, a message then costs a share of a
 * round trip and of a flush. Each caller gets the answer that their changes would have had alone: if one change of a
 * batch is refused, each is committed by itself.
 */
export function commitTogether(pool: pg.Pool): CommitTogether {
  const share = together<Changes, CommitOutcome>((items) => commitBatch(items, pool), BOUNDS);
  return (changes) => (isShareable(changes) ? share(changes) : commitChanges(pool, changes));
}

function isShareable(changes: Changes): boolean {
  return (changes.posts?.length ?? 0) > 0 && Object.keys(changes).every((part) => SHAREABLE.has(part));
}

type Answer = CommitOutcome | Promise<CommitOutcome>;
type Group = [Changes, ...Changes[]];

async function commitBatch(items: readonly Changes[], pool: pg.Pool): Promise<readonly Answer[]> {
  const answers = new Map<Changes, Answer>();
  for (const group of unrelatedGroups(items)) {
    const outcome = group.length === 1 ? null : await commitGroup(group, pool);
    for (const [index, changes] of group.entries())
      answers.set(changes, outcome ? ownShare(outcome, changes, index === 0) : commitAlone(changes, pool));
  }
  return items.map((changes) => answers.get(changes) ?? commitAlone(changes, pool));
}

function commitAlone(changes: Changes, pool: pg.Pool): Promise<CommitOutcome> {
  const answer = commitChanges(pool, changes);
  // The caller awaits this promise only after the whole batch; a failure before then must not count as unhandled.
  answer.catch(() => undefined);
  return answer;
}

/** Commits a whole group. Null if any of it is refused; nothing is written then. */
async function commitGroup(group: Group, pool: pg.Pool): Promise<CommitOutcome | null> {
  const at = new Date(Math.max(...group.map((changes) => changes.at.getTime())));
  try {
    const outcome = await commitChanges(pool, composeBatch(group, at));
    return outcome.outcome === "committed" ? outcome : null;
  } catch (error) {
    if (error instanceof DomainError || isLostRace(error) || isDeadlock(error)) return null;
    throw error;
  }
}

/** Groups changes of one organization that share no request and no interaction, so that none depends on another. */
function unrelatedGroups(items: readonly Changes[]): Group[] {
  const groups: { all: Group; taken: Set<string> }[] = [];
  for (const changes of items) {
    const concerned = concernedIds(changes);
    const group = groups.find(
      ({ all, taken }) => all[0].organizationId === changes.organizationId && !concerned.some((id) => taken.has(id)),
    );
    if (!group) {
      groups.push({ all: [changes], taken: new Set(concerned) });
      continue;
    }
    group.all.push(changes);
    for (const id of concerned) group.taken.add(id);
  }
  return groups.map(({ all }) => all);
}

function concernedIds({ expect = [], posts = [] }: Changes): string[] {
  return [...expect.map(({ sequenceId }) => sequenceId), ...posts.map(({ interaction_id }) => interaction_id)];
}

/** Gives each caller its own posts. Only the first gets the heads, since its ring serves all of them. */
function ownShare(outcome: CommitOutcome, { posts = [] }: Changes, isFirst: boolean): CommitOutcome {
  if (outcome.outcome !== "committed") return outcome;
  const own = new Set(posts.map(({ id }) => id));
  return { ...outcome, posts: outcome.posts.filter(({ id }) => own.has(id)), heads: isFirst ? outcome.heads : {} };
}
