import { DomainError } from "@/domain/errors";
import type { Deps } from "../deps";
import { type Changes, type CommitOutcome, isLostRace } from "./changes";

const ATTEMPTS_MAX = 8;

/** Commits, then rings for every list that grew, and learns what was labelled: always from what is committed. */
export async function commit(changes: Changes, deps: Deps): Promise<CommitOutcome> {
  const outcome = await deps.commitTogether(changes);
  if (outcome.outcome === "committed") {
    deps.bell.ring(Object.keys(outcome.heads));
    if (changes.label) deps.classifiers.look(changes.organizationId);
  }
  return outcome;
}

/**
 * Decides and commits, and decides again where somebody else changed meanwhile what the decision rested on, or left
 * what it found them in.
 *
 * @param decide loads and decides; null means there is nothing (more) to do
 * @returns what came of it; null when there was nothing to do
 * @throws DomainError `stale_version` after 8 attempts, and whatever `decide` refuses with
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

/** Commits; where somebody else wrote the same row at the same moment the answer is "stale", and one decides again. */
export async function commitUnlessRaced(changes: Changes, deps: Deps): Promise<CommitOutcome> {
  try {
    return await commit(changes, deps);
  } catch (error) {
    if (isLostRace(error)) return { outcome: "stale" };
    throw error;
  }
}
