import type { UnseenRep } from "@/contract/views/settingsViews";
import type { Pov } from "@/domain/pov/pov";
import type { Deps } from "../deps";
import { BEAT_LOST_AFTER_MS } from "./presence";
import { unseenSince } from "./unseenSince";

const UNSEEN_SHOWN_MAX = 100;

/** How many reps are on duty now, and those of them whom nobody has seen for three beats, longest unseen first. */
export async function onDuty(
  { organizationId }: Pick<Pov, "organizationId">,
  { pool, clock }: Pick<Deps, "pool" | "clock">,
): Promise<{ onDutyCount: number; unseen: UnseenRep[] }> {
  const now = clock.now();
  const { rows } = await pool.query<{ id: string; name: string; unseen_since: Date | null; on_duty: number }>({
    name: "on_duty",
    text: ON_DUTY,
    values: [
      organizationId,
      new Date(now.getTime() - BEAT_LOST_AFTER_MS),
      new Date(now.getTime() + BEAT_LOST_AFTER_MS),
    ],
  });
  const unseen = rows.flatMap(({ id, name, unseen_since }) =>
    unseen_since === null ? [] : [{ id, name, unseenSince: unseen_since }],
  );
  return { onDutyCount: rows[0]?.on_duty ?? 0, unseen };
}

// While no process watches, nobody becomes away, so nobody counts as unseen.
const ON_DUTY = `
  select l.rep_id as id, party.name, counted.on_duty,
    case when w.beat_at >= $2 and unseen.since <= $2 then unseen.since end as unseen_since
  from presence_watch w
    right join rep_load l on true
    join party on party.id = l.rep_id
    cross join lateral (
      select count(*)::int as on_duty from rep_load c
      where c.organization_id = $1 and c.availability in ('available', 'busy')
    ) counted
    ${unseenSince("$3::timestamptz")}
  where l.organization_id = $1 and l.availability in ('available', 'busy')
  order by unseen_since nulls last, party.name, l.rep_id limit ${UNSEEN_SHOWN_MAX}`;
