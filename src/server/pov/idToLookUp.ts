import type { UnverifiedId } from "@/contract/inputs/unverifiedId";

/**
 * The text of an unverified id, for look-ups only. A look-up within the organization returns the id that can be stored.
 */
export function idToLookUp(id: UnverifiedId<string>): string {
  return id as string;
}
