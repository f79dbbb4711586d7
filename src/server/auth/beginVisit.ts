import { createHash, randomBytes } from "node:crypto";
import { DomainError } from "@/domain/errors";
import { newReference } from "../db/newReference";
import type { Deps } from "../deps";
import { isLostRace } from "../writer/commitChanges";

const TOKEN_BYTES = 32;
/** A visitor is known for this time after their last visit. */
export const VISIT_KEPT_MS = 30 * 86_400_000;

/** Within this time a key gives its browser the same visit again; later it is refused. */
const TAKEN_UP_WITHIN_MS = 600_000;

/**
 * Makes a contact and their credential right before the first message, so that nothing is stored about somebody who only
 * looks. Only the hash of the credential is kept. All who begin with the same `visitKey` get the same visit and its
 * credential.
 *
 * @throws DomainError `not_found` for a widget that does not exist, `not_signed_in` if the visit of this key is over or
 * began too long ago: begin with another key
 */
export async function beginVisit(
  widgetKey: string,
  deps: Deps,
  visitKey: string = randomBytes(TOKEN_BYTES).toString("base64url"),
): Promise<{ token: string; contactId: string }> {
  const widget = await deps.db
    .selectFrom("widget")
    .select(["id", "organization_id"])
    .where("key", "=", widgetKey)
    .executeTakeFirst();
  if (!widget) throw new DomainError("not_found");
  const token = tokenOf(widgetKey, visitKey);
  const begun = await takenUp(token, deps);
  if (begun !== null) return begun;
  try {
    return await begin(token, widget, deps);
  } catch (error) {
    // Another tab was a moment quicker.
    const other = isLostRace(error) ? await takenUp(token, deps) : null;
    if (other === null) throw error;
    return other;
  }
}

/** The credential is derived from the key, so that it can be given again without being kept. */
function tokenOf(widgetKey: string, visitKey: string): string {
  return createHash("sha256").update(`visit ${widgetKey} ${visitKey}`).digest("base64url");
}

async function takenUp(token: string, { db, clock }: Deps): Promise<{ token: string; contactId: string } | null> {
  const session = await db
    .selectFrom("visitor_session")
    .select(["contact_id", "created_at", "revoked_at"])
    .where("token_hash", "=", hashOfToken(token))
    .executeTakeFirst();
  if (!session) return null;
  const isFresh = clock.now().getTime() - session.created_at.getTime() < TAKEN_UP_WITHIN_MS;
  if (session.revoked_at !== null || !isFresh) throw new DomainError("not_signed_in");
  return { token, contactId: session.contact_id };
}

async function begin(token: string, widget: { id: string; organization_id: string }, deps: Deps) {
  const contactId = deps.newId();
  const now = deps.clock.now();
  const expiresAt = new Date(now.getTime() + VISIT_KEPT_MS);
  await deps.pool.query({
    name: "begin_visit",
    text: BEGIN_VISIT,
    values: [
      contactId,
      widget.organization_id,
      `Visitor ${newReference(deps.chance)}`,
      now,
      deps.newId(),
      widget.id,
      hashOfToken(token),
      expiresAt,
      deps.newId(),
    ],
  });
  return { token, contactId };
}

/** What is kept of a credential. */
export function hashOfToken(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}

const BEGIN_VISIT = `
  with new_party as (insert into party (id, organization_id, kind, name, created_at) values ($1, $2, 'contact', $3, $4)),
    new_contact as (insert into contact (party_id, organization_id) values ($1, $2)),
    new_identifier as (insert into carrier_identifier (id, organization_id, party_id, carrier, address, created_at)
      values ($9, $2, $1, 'web_chat', $1::text, $4))
  insert into visitor_session (id, organization_id, widget_id, contact_id, token_hash, created_at, last_seen_at, expires_at)
    values ($5, $2, $6, $1, $7, $4, $4, $8)`;
