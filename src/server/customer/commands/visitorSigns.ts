import { currentMatter } from "@/domain/conversation/resolveInbound";
import type { Visitor } from "../../auth/visitors";
import { storeRead } from "../../conversation/commands/markRead";
import { showTyping } from "../../conversation/commands/showTyping";
import type { Deps } from "../../deps";
import { takesPartNow } from "../../pov/takesPartNow";
import { loadCustomer } from "../load/loadCustomer";

/** Shows the members that the customer is writing. Does nothing if the customer has no sequence yet. */
export async function showCustomerTyping(visitor: Visitor, deps: Deps): Promise<void> {
  const current = currentMatter((await loadCustomer(visitor.contactId, deps)).matters);
  if (current) await showTyping(visitor.pov, { interactionId: current.interactionId }, deps);
}

/**
 * Remembers that the customer has read everything that is there for them, in all their sequences, since they see one
 * conversation (P8).
 */
export async function markCustomerRead(visitor: Visitor, deps: Deps): Promise<void> {
  const unread = await unreadOf(visitor.contactId, deps);
  if (unread.length === 0) return;
  const marks = unread.map(({ interaction_id, ordinal }) => ({ interactionId: interaction_id, ordinal }));
  await storeRead(visitor.pov, marks, deps);
}

async function unreadOf(contactId: string, { pool }: Deps): Promise<{ interaction_id: string; ordinal: number }[]> {
  const { rows } = await pool.query<{ interaction_id: string; ordinal: number }>({
    name: "customer_unread",
    text: `select p.interaction_id, newest.ordinal
      from participation p
        cross join lateral (select max(e.ordinal) as ordinal from pov_entry e where e.list_id = $1 and e.interaction_id = p.interaction_id) newest
        left join pov_read x on x.party_id = $1 and x.interaction_id = p.interaction_id
      where p.party_id = $1 and ${takesPartNow("p")} and newest.ordinal > coalesce(x.ordinal, 0)
      order by p.interaction_id`,
    values: [contactId],
  });
  return rows;
}
