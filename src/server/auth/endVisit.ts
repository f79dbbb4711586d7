import type { Deps } from "../deps";

/** Ends a visitor's credential: from now on it is nobody's, and what follows by it is ended at once. What was said stays. */
export async function endVisit(
  visitor: { readonly sessionId: string; readonly contactId: string },
  { db, clock, bell }: Deps,
): Promise<void> {
  await db
    .updateTable("visitor_session")
    .set({ revoked_at: clock.now() })
    .where("id", "=", visitor.sessionId)
    .where("revoked_at", "is", null)
    .execute();
  bell.ring([visitor.contactId]);
}
