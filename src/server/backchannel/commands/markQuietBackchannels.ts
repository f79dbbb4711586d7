import type { Deps } from "../../deps";
import { takesPartNow } from "../../pov/takesPartNow";
import { freshSince } from "../queries/backchannelRows";

/** Locked and marked together: a message into one of them waits no longer than for these. */
const MARKED_AT_ONCE_MAX = 500;

/**
 * Marks the parts in backchannels that have left the lists since nobody writes in them, so that lists and counts cost
 * what goes on and not what ever was. A mark says nothing by itself: whatever is not marked yet is judged by its last
 * message, and a message takes the mark away.
 */
export async function markQuietBackchannels({ pool, clock }: Pick<Deps, "pool" | "clock">): Promise<void> {
  const now = clock.now();
  let marked: number;
  do {
    const { rows } = await pool.query<{ marked: number }>({
      name: "mark_quiet_backchannels",
      text: MARK,
      values: [now, freshSince(now)],
    });
    marked = rows[0]?.marked ?? 0;
  } while (marked === MARKED_AT_ONCE_MAX);
}

/** The parts that lists and counts look at: the condition of the index `participation_listed`, but open invitations. */
const LISTED = `${takesPartNow("p")} and p.role in ('member', 'specialist') and p.quiet_at is null`;

/**
 * Starts from the parts that are listed, which are few, and never from all interactions. One that somebody writes in at
 * this moment is locked, and skipped.
 */
const MARK = `
  with listed as materialized (
    select distinct p.interaction_id from participation p where ${LISTED}
  ), quiet as (
    select i.id from listed join interaction i on i.id = listed.interaction_id
    where coalesce(i.last_message_at, i.started_at) <= $2
    limit ${MARKED_AT_ONCE_MAX}
    for update of i skip locked
  ), marked as (
    update participation p set quiet_at = $1 from quiet where p.interaction_id = quiet.id and ${LISTED}
  )
  select count(*) as marked from quiet`;
