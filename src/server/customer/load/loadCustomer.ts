import type { Matter } from "@/domain/conversation/resolveInbound";
import { DomainError } from "@/domain/errors";
import type { Deps } from "../../deps";
import type { OrganizationConfiguration } from "../../organization/load/configurations";

/** A matter, with the version, category and team of its request. */
export type KnownMatter = Matter & {
  interactionId: string;
  version: number;
  categoryId: string | null;
  teamId: string | null;
};

/** What commands that act for a customer need to know of them. */
export type CustomerContext = {
  readonly contactId: string;
  readonly organizationId: string;
  readonly name: string;
  readonly tier: string | null;
  readonly conversationId: string | null;
  /** The sequences of their conversation: open ones first, then newest first (R19). */
  readonly matters: readonly KnownMatter[];
  readonly configuration: OrganizationConfiguration;
  /** The present stamp of the organization's classifier; 0 if it has none. */
  readonly classifierStamp: number;
};

type Row = {
  organization_id: string;
  name: string;
  tier: string | null;
  config_version: number;
  classifier_stamp: number;
  conversation_id: string | null;
  matters:
    | {
        sequence_id: string;
        interaction_id: string;
        version: number;
        category_id: string | null;
        team_id: string | null;
        started_at: string;
        closed_at: string | null;
      }[]
    | null;
};

/** Older closed sequences are ignored. */
const MATTERS_MAX = 50;

/** Loads an active contact. @throws DomainError `not_found` */
export async function loadCustomer(contactId: string, deps: Deps): Promise<CustomerContext> {
  const { rows } = await deps.pool.query<Row>({ name: "load_customer", text: LOAD_CUSTOMER, values: [contactId] });
  const row = rows[0];
  if (!row) throw new DomainError("not_found");
  return {
    contactId,
    organizationId: row.organization_id,
    name: row.name,
    tier: row.tier,
    conversationId: row.conversation_id,
    matters: (row.matters ?? []).map((matter) => ({
      sequenceId: matter.sequence_id,
      interactionId: matter.interaction_id,
      version: matter.version,
      categoryId: matter.category_id,
      teamId: matter.team_id,
      startedAtMs: Date.parse(matter.started_at),
      closedAtMs: matter.closed_at === null ? null : Date.parse(matter.closed_at),
    })),
    classifierStamp: row.classifier_stamp,
    configuration: await deps.configurations.of(row.organization_id, row.config_version),
  };
}

const LOAD_CUSTOMER = `
  select p.organization_id, p.name, c.tier, o.config_version, coalesce(k.stamp, 0) as classifier_stamp, v.id as conversation_id,
    (select json_agg(m) from (
      select r.sequence_id, r.interaction_id, r.version, r.team_id, s.category_id, s.started_at,
        case when r.state = 'retired' then coalesce(r.retired_at, s.started_at) end as closed_at
      from sequence s join request r on r.sequence_id = s.id
      where s.conversation_id = v.id and s.merged_into_id is null
      order by r.state = 'retired', s.started_at desc limit ${MATTERS_MAX}) m) as matters
  from party p
    join contact c on c.party_id = p.id
    join organization o on o.id = p.organization_id
    left join classifier k on k.organization_id = p.organization_id
    left join conversation v on v.organization_id = p.organization_id and v.primary_party_id = p.id and v.kind = 'external'
  where p.id = $1 and p.deactivated_at is null`;
