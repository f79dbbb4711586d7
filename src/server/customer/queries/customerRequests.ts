import { sql } from "kysely";
import type { CustomerRequest } from "@/contract/views/customerViews";
import { customerState, type SequenceState } from "@/domain/request/sequenceState";
import { subjectOf } from "@/domain/request/subjectOf";
import type { Visitor } from "../../auth/visitors";
import { preparedRows } from "../../db/preparedRows";
import type { Deps } from "../../deps";
import { seenRevision } from "../../pov/visibility";

const REQUESTS_MAX = 50;

type Row = { id: string; state: SequenceState; started_at: Date; body: string };

/**
 * A customer's own requests, newest first. Each is named by its first message that the customer can read, since reps
 * may rename a sequence in internal words (P8), and has the state that customers may know.
 */
export async function customerRequests(
  { pov, contactId }: Visitor,
  deps: Pick<Deps, "db" | "pool" | "sealIds">,
): Promise<CustomerRequest[]> {
  const rows = await preparedRows(
    sql<Row>`
    select s.id, s.state, first.sent_at as started_at, first.body
    from conversation v
      join sequence s on s.conversation_id = v.id and s.merged_into_id is null
      join request r on r.sequence_id = s.id
      join interaction i on i.id = r.interaction_id
      join participation p on p.interaction_id = i.id and p.party_id = ${contactId}
      cross join lateral (select m.sent_at, m.body from message m
        where m.interaction_id = i.id and m.kind = 'text' and ${seenRevision(pov)} is not null
        order by m.author_id <> ${contactId}, m.ordinal limit 1) first
    where v.primary_party_id = ${contactId} and v.kind = 'external'
    order by first.sent_at desc, s.id desc limit ${REQUESTS_MAX}`,
    deps,
  );
  return rows.map(({ id, state, started_at, body }) => ({
    id: deps.sealIds.seal(id, contactId),
    subject: subjectOf(body),
    state: customerState(state),
    startedAt: started_at,
  }));
}
