import { TRPCClientError } from "@trpc/client";
import { errorCodeOf } from "@/client/errors/errorCodeOf";
import { SEQUENCE_STATES } from "@/domain/request/sequenceState";
import type { SequenceChange } from "./pendingChanges";

/** What somebody else made of a field meanwhile, as the change that they made; null for every other error. */
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
