import { DomainError } from "@/domain/errors";
import type { Deps } from "../deps";
import type { OrganizationConfiguration } from "./configurations";

/** A customer as the commands that act for them need it. */
export type CustomerContext = {
  readonly contactId: string;
  readonly organizationId: string;
  readonly name: string;
  readonly tier: string | null;
  readonly conversationId: string | null;
  /** The newest sequence of their conversation (R19), or null. */
  readonly latest: { sequenceId: string; version: number; isLive: boolean; retiredAt: Date | null } | null;
  readonly configuration: OrganizationConfiguration;
  /** Of the organization's classifier as it is now; 0: it has none. */
  readonly classifierStamp: number;
};

type Row = {
  organization_id: string;
  name: string;
  tier: string | null;
  config_version: number;
  classifier_stamp: number;
  conversation_id: string | null;
  sequence_id: string | null;
  request_state: string | null;
  version: number | null;
  retired_at: Date | null;
};

/** @throws DomainError `not_found` */
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
    latest:
      row.sequence_id === null || row.version === null
        ? null
        : {
            sequenceId: row.sequence_id,
            version: row.version,
            isLive: row.request_state !== "retired",
            retiredAt: row.retired_at,
          },
    classifierStamp: row.classifier_stamp,
    configuration: await deps.configurations.of(row.organization_id, row.config_version),
  };
}

const LOAD_CUSTOMER = `
  select p.organization_id, p.name, c.tier, o.config_version, coalesce(k.stamp, 0) as classifier_stamp, v.id as conversation_id,
         r.sequence_id, r.state as request_state, r.version, r.retired_at
  from party p
    join contact c on c.party_id = p.id
    join organization o on o.id = p.organization_id
    left join classifier k on k.organization_id = p.organization_id
    left join conversation v on v.organization_id = p.organization_id and v.primary_party_id = p.id and v.kind = 'external'
    left join lateral (
      select s.id from sequence s where s.conversation_id = v.id and s.merged_into_id is null
      order by s.started_at desc, s.id desc limit 1) s on true
    left join request r on r.sequence_id = s.id
  where p.id = $1 and p.deactivated_at is null`;
