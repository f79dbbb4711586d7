import { DomainError } from "@/domain/errors";
import type { Deps } from "../deps";
import type { Changes, CommitOutcome } from "./changes";
import { isLostRace } from "./commitChanges";

const ATTEMPTS_MAX = 8;

/** Commits. Then rings for every list that grew, and lets the classifier look for the new labels. */
export async function commit(changes: Changes, deps: Deps): Promise<CommitOutcome> {
  const outcome = await deps.commitTogether(changes);
  if (outcome.outcome === "committed") {
    deps.bell.ring(Object.keys(outcome.heads));
    if (changes.label) deps.classifiers.look(changes.organizationId);
  }
  return outcome;
}

/**
 * Decides and commits. Decides again if somebody changed meanwhile what the decision rested on, or a party left an
 * interaction that it counted them in.
 *
 * @param decide loads and decides; null means that there is nothing (more) to do
 * @returns the outcome; null if there was nothing to do
 * @throws DomainError the last `stale_version` or `not_participating` after 8 attempts, and all that `decide` throws
 */
export async function decideAndCommit(
  decide: (attempt: number) => Promise<Changes | null>,
  deps: Deps,
): Promise<Exclude<CommitOutcome, { outcome: "stale" }> | null> {
  let refusal = new DomainError("stale_version");
  for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt += 1) {
    const changes = await decide(attempt);
    if (changes === null) return null;
    try {
      const outcome = await commitUnlessRaced(changes, deps);
      if (outcome.outcome !== "stale") return outcome;
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== "not_participating") throw error;
      refusal = error;
    }
  }
  throw refusal;
}

/** Commits. Answers "stale" if somebody else wrote the same row at the same moment; the caller then decides again. */
export async function commitUnlessRaced(changes: Changes, deps: Deps): Promise<CommitOutcome> {
  try {
    return await commit(changes, deps);
  } catch (error) {
    if (isLostRace(error)) return { outcome: "stale" };
    throw error;
  }
}
