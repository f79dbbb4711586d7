import { TRPCClientError } from "@trpc/client";
import { errorCodeOf } from "@/client/errors/errorCodeOf";
import type { useTRPCClient } from "@/client/trpc";
import { SEQUENCE_STATES } from "@/domain/request/sequenceState";
import type { SequenceChange } from "./pendingChanges";

/**
 * Sends one change with the values that the person saw. Resolves to the new version of the sequence. Tags are sent as
 * additions and removals, so that two people can edit them at the same time.
 */
export async function sendChange(
  client: ReturnType<typeof useTRPCClient>,
  sequenceId: string,
  change: SequenceChange,
  seen: SequenceChange,
): Promise<number> {
  const { state, categoryId, tags, subject } = change;
  if (state !== undefined && seen.state !== undefined)
    return (await client.sequence.setState.mutate({ sequenceId, state, seen: seen.state })).version;
  if (categoryId !== undefined && seen.categoryId !== undefined)
    return (await client.sequence.setCategory.mutate({ sequenceId, categoryId, seen: seen.categoryId })).version;
  if (tags !== undefined && seen.tags !== undefined)
    return (await client.sequence.changeTags.mutate({ sequenceId, ...changedTags(seen.tags, tags) })).version;
  if (subject !== undefined && seen.subject !== undefined)
    return (await client.sequence.rename.mutate({ sequenceId, subject, seen: seen.subject })).version;
  throw new Error("a change names a field and the value that was seen of it");
}

function changedTags(seen: readonly string[], wanted: readonly string[]): { add: string[]; remove: string[] } {
  return {
    add: wanted.filter((tag) => !seen.includes(tag)),
    remove: seen.filter((tag) => !wanted.includes(tag)),
  };
}

/** The value that somebody else has set meanwhile, as a change; null for any other error. */
export function conflictOf(error: unknown): SequenceChange | null {
  if (errorCodeOf(error) !== "changed_meanwhile" || !(error instanceof TRPCClientError)) return null;
  const { field, present }: { field?: unknown; present?: unknown } = error.data?.facts ?? {};
  if (field === "state") {
    const state = SEQUENCE_STATES.find((each) => each === present);
    return state === undefined ? null : { state };
  }
  if (field === "categoryId" && (typeof present === "string" || present === null)) return { categoryId: present };
  if (field === "subject" && typeof present === "string") return { subject: present };
  return null;
}
