import type pg from "pg";
import { DomainError } from "@/domain/errors";
import { WRITER_SCHEMA } from "../db/generated/writer";
import type { Changes, CommitOutcome } from "./changes";

const COMMIT = { name: "commit_changes", text: `select ${WRITER_SCHEMA}.commit_changes($1::jsonb) as outcome` };
const UNIQUE_VIOLATION = "23505";
const DEADLOCK_DETECTED = "40P01";

/** The errors that the writer's SQL raises, as domain errors. */
const REFUSALS: Record<string, () => DomainError> = {
  PA001: () => new DomainError("rep_full"),
  PA002: () => new DomainError("not_participating"),
  PA003: () => new DomainError("interaction_ended"),
  PA004: () => new DomainError("already_answered"),
  PA005: () => new DomainError("stale_version"),
  PA006: () => new DomainError("nothing_to_rate"),
};

/**
 * Commits changes. Any outcome but "committed", and any error, means that nothing was written.
 *
 * @throws DomainError `rep_full`, `not_participating`, `interaction_ended`, `already_answered`, `stale_version`,
 *   `nothing_to_rate`
 */
export async function commitChanges(pool: pg.Pool, changes: Changes): Promise<CommitOutcome> {
  try {
    const { rows } = await pool.query<{ outcome: CommitOutcome }>({ ...COMMIT, values: [JSON.stringify(changes)] });
    const outcome = rows[0]?.outcome;
    if (!outcome) throw new Error("commit_changes answered nothing");
    return outcome;
  } catch (error) {
    throw refusalOf(error);
  }
}

/**
 * Whether somebody else wrote the same row first: the same message sent twice, or the same conversation opened twice.
 */
export function isLostRace(error: unknown): boolean {
  return hasCode(error) && error.code === UNIQUE_VIOLATION;
}

/** Whether the database gave up this transaction because two waited for each other. Nothing of it is written. */
export function isDeadlock(error: unknown): boolean {
  return hasCode(error) && error.code === DEADLOCK_DETECTED;
}

function refusalOf(error: unknown): unknown {
  const refusal = hasCode(error) ? REFUSALS[error.code] : undefined;
  return refusal ? refusal() : error;
}

function hasCode(error: unknown): error is { code: string } {
  return typeof error === "object" && error !== null && "code" in error && typeof error.code === "string";
}
