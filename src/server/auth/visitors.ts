import type { Pov } from "@/domain/pov/pov";
import type { Deps } from "../deps";
import { hashOfToken, VISIT_KEPT_MS } from "./beginVisit";

/** A visitor of a widget: a contact with a credential of their own. */
export type Visitor = {
  readonly sessionId: string;
  readonly contactId: string;
  readonly widgetKey: string;
  readonly pov: Pov;
};

const TOKEN = /^[A-Za-z0-9_-]{43}$/;
/** A credential is prolonged at most this often. */
const SEEN_EVERY_MS = 3_600_000;

/** The visitor with this credential at this widget; null if there is none. */
export async function visitorOf(token: string | null, widgetKey: string, deps: Deps): Promise<Visitor | null> {
  if (token === null || !TOKEN.test(token)) return null;
  const now = deps.clock.now();
  const row = await deps.visits({ tokenHash: hashOfToken(token), widgetKey, at: now });
  if (!row) return null;
  if (now.getTime() - row.last_seen_at.getTime() > SEEN_EVERY_MS) await moveOn(row.session_id, now, deps);
  return {
    sessionId: row.session_id,
    contactId: row.contact_id,
    widgetKey,
    pov: {
      partyId: row.contact_id,
      organizationId: row.organization_id,
      kind: "external",
      groupIds: [],
      supervisedTeamIds: [],
      memberView: "participants",
    },
  };
}

/** The name of a visit outside the server. It reveals nothing and is no credential. */
export function visitName({ sessionId, contactId }: Visitor, { sealIds }: Pick<Deps, "sealIds">): string {
  return sealIds.seal(sessionId, contactId);
}

async function moveOn(sessionId: string, now: Date, { db }: Deps): Promise<void> {
  await db
    .updateTable("visitor_session")
    .set({ last_seen_at: now, expires_at: new Date(now.getTime() + VISIT_KEPT_MS) })
    .where("id", "=", sessionId)
    .execute();
}
