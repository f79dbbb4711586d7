import type { Deps } from "../deps";
import { endDuty } from "./endDuty";
import { BEAT_LOST_AFTER_MS } from "./presence";
import { unseenSince } from "./unseenSince";

const ENDED_AT_ONCE_MAX = 500;

/**
 * Takes reps off duty who have had no open stream and made no call for as long as their organization allows. Time
 * counts only while a process beats: after an outage all reps have the full time to come back. Reps without a session
 * are left alone.
 *
 * @returns how many were taken off duty
 */
export async function endUnseenDuties(deps: Deps): Promise<number> {
  await deps.presence.tellNews();
  const now = deps.clock.now();
  const { rows } = await deps.pool.query<{ rep_id: string; unseen_since: Date }>({
    name: "unseen_on_duty",
    text: UNSEEN,
    values: [now, new Date(now.getTime() - BEAT_LOST_AFTER_MS), new Date(now.getTime() + BEAT_LOST_AFTER_MS)],
  });
  let ended = 0;
  for (const { rep_id, unseen_since } of rows)
    ended += (await endDuty(rep_id, { cause: "unseen", unseenSince: unseen_since }, deps)) ? 1 : 0;
  return ended;
}

const UNSEEN = `
  select l.rep_id, limits.unseen_since
  from presence_watch w, rep_load l
    join organization o on o.id = l.organization_id
    cross join lateral (select $1::timestamptz - o.unseen_away_after_ms * interval '1 millisecond' as unseen_since) limits
    ${unseenSince("$3::timestamptz")}
  where w.beat_at >= $2 and l.availability in ('available', 'busy') and unseen.since <= limits.unseen_since
  order by l.rep_id limit ${ENDED_AT_ONCE_MAX}`;
