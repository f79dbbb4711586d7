import type { Deps } from "../deps";

/** Ends a visitor's credential: nobody can use it from now on, and its streams end at once. What was said stays. */
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
