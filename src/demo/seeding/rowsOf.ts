import type { Desk } from "./desk";
import type { Row, TableRows } from "./ledger";

/** Everything that a desk has written, as rows by table. */
export function rowsOf({ structure, ledger }: Desk): TableRows {
  const organization_id = structure.organization.id;
  return {
    ...structure.rows,
    rep_load: [...ledger.loads.values()],
    conversation: [...ledger.conversations.values()],
    sequence: [...ledger.sequences.values()],
    interaction: [...ledger.interactions.values()],
    participation: [...ledger.partsOfInteraction.values()].flat(),
    message: [...ledger.messagesOfInteraction.values()].flat(),
    request: [...ledger.requests.values()],
    sla_clock: [...ledger.clocks.values()],
    sla_pause: [...ledger.pausesOfClock.values()].flat(),
    routing_decision: ledger.decisions,
    rating: [...ledger.ratings.values()],
    rep_pace: [...ledger.paces.values()],
    answered_contact: [...ledger.answered.values()],
    pov_list: [...ledger.lists].map(([party_id, { head }]): Row<"pov_list"> => ({ party_id, organization_id, head })),
    pov_entry: [...ledger.lists.values()].flatMap(({ entries }) => entries),
    pov_read: [...ledger.reads.values()],
  };
}
