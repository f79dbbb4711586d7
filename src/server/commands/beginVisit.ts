import { createHash, randomBytes } from "node:crypto";
import { DomainError } from "@/domain/errors";
import type { Deps } from "../deps";
import { newReference } from "./newReference";

const TOKEN_BYTES = 32;
/** A visitor is known for so long after their last visit. */
export const VISIT_KEPT_MS = 30 * 86_400_000;

/**
 * Makes a contact and their credential, right before the first message and not earlier: nothing is stored about
 * somebody who only looks. Only the credential's hash is kept.
 *
 * @throws DomainError `not_found` for a widget that is not there
 */
export async function beginVisit(widgetKey: string, deps: Deps): Promise<{ token: string; contactId: string }> {
  const widget = await deps.db
    .selectFrom("widget")
    .select(["id", "organization_id"])
    .where("key", "=", widgetKey)
    .executeTakeFirst();
  if (!widget) throw new DomainError("not_found");
  const token = randomBytes(TOKEN_BYTES).toString("base64url");
  const contactId = deps.newId();
  const now = deps.clock.now();
  const expiresAt = new Date(now.getTime() + VISIT_KEPT_MS);
  await deps.pool.query({
    name: "begin_visit",
    text: BEGIN_VISIT,
    values: [
      contactId,
      widget.organization_id,
      `Visitor ${newReference()}`,
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
