import type { Deps } from "../deps";

/** A row of `pov_entry`, as far as the live stream reads it. */
export type ListEntry = {
  list_id: string;
  position: number;
  kind: "message" | "message_edited" | "message_deleted" | "interaction" | "sequence" | "hidden";
  sequence_id: string | null;
  interaction_id: string | null;
  message_id: string | null;
};

/** A reader that is further behind reads its pages anew instead of every entry. */
export const ENTRIES_AT_ONCE_MAX = 500;

/** The entries of lists after the given positions, ordered by list and position. One query reads for all followers. */
export async function entriesAfter(
  asked: readonly { listId: string; position: number }[],
  { pool }: Pick<Deps, "pool">,
): Promise<ListEntry[]> {
  if (asked.length === 0) return [];
  const { rows } = await pool.query<ListEntry>({
    name: "entries_after",
    text: `select e.list_id, e.position, e.kind, e.sequence_id, e.interaction_id, e.message_id
      from unnest($1::uuid[], $2::bigint[]) as f (list_id, after)
      cross join lateral (select * from pov_entry x where x.list_id = f.list_id and x.position > f.after
        order by x.position limit ${ENTRIES_AT_ONCE_MAX}) e
      order by e.list_id, e.position`,
    values: [asked.map(({ listId }) => listId), asked.map(({ position }) => position)],
  });
  return rows;
}
