import { type RawBuilder, sql } from "kysely";
import type { Pov } from "@/domain/pov/pov";
import { isOpenPart, takesPartNow } from "./takesPartNow";

/**
 * SQL twin of `seenRevision` (domain/pov/visibility.ts): the revision of message `m`, in interaction `i`, that `pov` sees, or
 * null. Every query over messages uses it. A test compares the two over random histories.
 */
export function seenRevision(pov: Pov): RawBuilder<number | null> {
  return sql<number | null>`(
    select case when m.deleted_at is not null and seen.revision >= m.revision then null else seen.revision end
    from (select case when ${grantsSight(pov)} then m.revision else (
      select max(e.revision) from pov_entry e
      where e.interaction_id = m.interaction_id and e.ordinal = m.ordinal
        and (e.list_id = ${pov.partyId} or (e.list_id = any(${pov.groupIds}) and ${partyTakesPart(sql`e.list_id`)}))
    ) end as revision) seen)`;
}

/** SQL: whether interaction `i` exists for `pov`: it knows `i`, or it or a group of it is invited. */
export function seesInteraction(pov: Pov): RawBuilder<boolean> {
  return sql<boolean>`(${knowsInteraction(pov)} or exists (select 1 from participation g where g.interaction_id = i.id
    and g.party_id = any(${[pov.partyId, ...pov.groupIds]}) and ${sql.raw(isOpenPart("g"))}))`;
}

/** SQL: whether `pov` sees more of `i` than an invitation: it follows `i`, or once took part in it (P2). */
export function knowsInteraction(pov: Pov): RawBuilder<boolean> {
  return sql<boolean>`(${followsInteraction(pov)} or exists (select 1 from participation g where g.interaction_id = i.id
    and g.party_id = ${pov.partyId} and g.from_at is not null))`;
}

/**
 * SQL: whether `pov` sees `i` as it is now, not as it was when it left: it or a group of it takes part, or has the
 * right.
 */
export function followsInteraction(pov: Pov): RawBuilder<boolean> {
  return sql<boolean>`(${takesPart(pov)} or ${grantsSight(pov)})`;
}

/**
 * SQL: whether `pov` or a group of it takes part in `i` now. Seeing `i` as it is without this is a privilege, and
 * traced.
 */
export function takesPart(pov: Pov): RawBuilder<boolean> {
  return sql<boolean>`exists (select 1 from participation g where g.interaction_id = i.id
    and g.party_id = any(${[pov.partyId, ...pov.groupIds]}) and ${sql.raw(takesPartNow("g"))})`;
}

/** SQL: how many messages of others in `i`, after `readOrdinal`, `pov` sees; at most `countedMax`. */
export function unreadCount(pov: Pov, readOrdinal: RawBuilder<number>, countedMax: number): RawBuilder<number> {
  return sql<number>`(select count(*) from (select 1 from message m where m.interaction_id = i.id and m.author_id <> ${pov.partyId}
    and m.ordinal > ${readOrdinal} and ${seenRevision(pov)} is not null limit ${countedMax}) unread)`;
}

/**
 * SQL twin of `grantsSight`: whether the role of a member (P5), or the organization's rule (P6), lets `pov` see `i`.
 */
export function grantsSight(pov: Pov): RawBuilder<boolean> {
  if (pov.kind !== "member") return sql<boolean>`false`;
  const own = sql`i.organization_id = ${pov.organizationId}`;
  const supervised = supervises(pov);
  switch (pov.memberView) {
    case "participants":
      return sql<boolean>`${supervised}`;
    case "team_customer_facing":
      return sql<boolean>`(${supervised} or (${own} and i.audience = 'customer' and ${ofTeams(pov.groupIds)}))`;
    case "organization_customer_facing":
      return sql<boolean>`(${supervised} or (${own} and i.audience = 'customer'))`;
    case "everything":
      return sql<boolean>`${own}`;
  }
}

/** SQL: whether `pov` supervises the team of `i` (P5). */
export function supervises(pov: Pov): RawBuilder<boolean> {
  return sql<boolean>`(i.organization_id = ${pov.organizationId} and ${ofTeams(pov.supervisedTeamIds)})`;
}

function ofTeams(ids: readonly string[]): RawBuilder<boolean> {
  return sql<boolean>`exists (select 1 from request gr where gr.sequence_id = i.sequence_id and gr.team_id = any(${ids}))`;
}

function partyTakesPart(partyId: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`exists (select 1 from participation g where g.interaction_id = m.interaction_id and g.party_id = ${partyId}
    and ${sql.raw(takesPartNow("g"))})`;
}
