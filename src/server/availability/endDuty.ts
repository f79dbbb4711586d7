import type { AbsenceCause } from "@/contract/views/organizationViews";
import type { Deps } from "../deps";
import { BEAT_LOST_AFTER_MS } from "./presence";

const AFTER = { unseen: "away", signed_out: "offline" } as const;

/** Why a rep is taken off duty. `unseenSince`: only if nobody has seen them since then. */
export type DutyEnd = { cause: "signed_out" } | { cause: "unseen"; unseenSince: Date };

/**
 * Takes a rep off duty who did not do so themselves, notes why (B5), and starts the rules of their teams for absent
 * reps. Does nothing to a rep who is on call, since they need no stream, or not on duty.
 *
 * @returns whether it took the rep off duty
 */
export async function endDuty(repId: string, end: DutyEnd, deps: Deps): Promise<boolean> {
  const { cause } = end;
  const { rowCount } = await deps.pool.query({
    name: `end_duty_${cause}`,
    text: END_DUTY,
    values: [
      repId,
      cause,
      AFTER[cause],
      deps.clock.now(),
      end.cause === "unseen" ? end.unseenSince : null,
      deps.newId(),
      deps.newId(),
      JSON.stringify({ repId }),
      `handBack:${repId}`,
      new Date(deps.clock.now().getTime() + BEAT_LOST_AFTER_MS),
    ] satisfies [string, AbsenceCause, ...unknown[]],
  });
  if (rowCount === 0) return false;
  deps.bell.ring([repId]);
  return true;
}

// Leaves alone a rep who was seen, or set their availability, after the sweep found them unseen. A time further in the
// future than clocks differ was stored before the clock was set back, and does not count.
const END_DUTY = `
  with before as (
    select l.rep_id, l.organization_id, l.availability,
      (select max(coalesce(s.seen_at, s.created_at)) from user_session s where s.rep_id = l.rep_id) as last_seen_at
    from rep_load l
    where l.rep_id = $1 and l.availability in ('available', 'busy') and ($5::timestamptz is null or l.availability_since <= $5 or l.availability_since > $10)
    for update
  ), ended as (
    update rep_load l set availability = $3::availability, availability_since = $4
    from before b where l.rep_id = b.rep_id and ($5::timestamptz is null or b.last_seen_at <= $5)
    returning b.rep_id, b.organization_id, b.availability, b.last_seen_at
  ), noted as (
    insert into automatic_absence (id, organization_id, rep_id, cause, availability_before, last_seen_at, began_at)
    select $6, organization_id, rep_id, $2, availability, last_seen_at, $4 from ended
    on conflict (rep_id) where ended_at is null do nothing
  ), traced as (
    insert into audit_entry (id, organization_id, actor_id, verb, object_kind, object_id, facts, at)
    select $7, organization_id, case when $2 = 'unseen' then organization_id else rep_id end, 'duty_ended', 'rep', rep_id,
      jsonb_build_object('cause', $2::text, 'before', availability), $4 from ended
  )
  select graphile_worker.add_job('handBackForRep', $8::json, job_key := $9, run_at := $4) from ended`;
