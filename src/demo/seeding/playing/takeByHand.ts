import { takeRequest } from "@/server/request/commands/takeRequest";
import type { Story } from "../stories/story";
import type { Desk } from "./desk";
import { povOfRep } from "./povs";
import type { Standing } from "./standing";

/** Somebody of its team who has room takes a live request out of its queue, so that its story can be shown. */
export async function takeByHand(desk: Desk, { onDuty }: Story, { sequenceId, teamId }: Standing): Promise<void> {
  const onlyId = typeof onDuty === "string" ? null : onDuty.repId;
  const { rows } = await desk.deps.pool.query<{ rep_id: string }>({
    name: "demo_with_room",
    text: `select l.rep_id from team_member tm join rep_load l on l.rep_id = tm.rep_id
      where tm.team_id = $1 and tm.until_at is null and l.used < l.capacity and l.rep_id = coalesce($2, l.rep_id)
      order by l.used::float / l.capacity, l.rep_id limit 1`,
    values: [teamId, onlyId],
  });
  const rep = desk.reps.get(rows[0]?.rep_id ?? "");
  if (rep) await takeRequest(povOfRep(desk, rep), sequenceId, desk.deps);
}
