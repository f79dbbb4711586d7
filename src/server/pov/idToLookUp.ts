import type { UnverifiedId } from "@/contract/inputs/unverifiedId";

/** What was written, for look-ups alone: they hold it against the organization and give the id of what is there. */
export function idToLookUp(id: UnverifiedId<string>): string {
  return id as string;
}
