import type { Deps } from "../../deps";
import { takesPartNow } from "../../pov/takesPartNow";
import { freshSince } from "../queries/backchannelRows";

/** Locks and marks so many at once, which bounds how long a message to one of them waits. */
const MARKED_AT_ONCE_MAX = 500;

/**
 * Marks the participations in backchannels that have left the lists because nobody writes in them. Lists and counts
 * skip marked ones, so that they cost as much as what goes on, not as all there ever was. The mark is only an
 * optimization: an unmarked backchannel is judged by its last message, and a message removes the mark.
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

/**
 * The participations that lists and counts read: those of the index `participation_listed`, without open invitations.
 */
const LISTED = `${takesPartNow("p")} and p.role in ('member', 'specialist') and p.quiet_at is null`;

/**
 * Starts from the listed participations, which are few, never from all interactions. Skips an interaction that is
 * locked because somebody writes in it at this moment.
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
