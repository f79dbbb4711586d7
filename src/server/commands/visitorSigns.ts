import type { Visitor } from "../auth/visitors";
import type { Deps } from "../deps";
import { storeRead } from "./markRead";
import { showTyping } from "./showTyping";

type Newest = { interaction_id: string; ordinal: number | null };

/** Shows those who answer that the customer is writing; nothing happens where there is no matter yet. */
export async function showCustomerTyping(visitor: Visitor, deps: Deps): Promise<void> {
  const newest = await newestInteraction(visitor, deps);
  if (newest) await showTyping(visitor.pov, { interactionId: newest.interaction_id }, deps);
}

/** Remembers that the customer has read all that there is for them in their newest matter. */
export async function markCustomerRead(visitor: Visitor, deps: Deps): Promise<void> {
  const newest = await newestInteraction(visitor, deps);
  if (newest?.ordinal == null) return;
  await storeRead(visitor.contactId, visitor.pov.organizationId, newest.interaction_id, newest.ordinal, deps);
}

async function newestInteraction(visitor: Visitor, { pool }: Deps): Promise<Newest | null> {
  const { rows } = await pool.query<Newest>({
    name: "newest_interaction",
    text: `select p.interaction_id, (select max(e.ordinal) from pov_entry e where e.list_id = $1 and e.interaction_id = p.interaction_id) as ordinal
      from participation p where p.party_id = $1 and p.until_at is null and p.from_at is not null
      order by p.id desc limit 1`,
    values: [visitor.contactId],
  });
  return rows[0] ?? null;
}
