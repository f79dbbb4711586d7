import type { Deps } from "../../deps";
import { handedChanges } from "../../request/commands/handOverRequest";
import { loadRequest } from "../../request/load/loadRequest";
import { decideAndCommit } from "../../writer/commit";
import { routeRequest } from "./routeRequest";

const HANDED_BACK_MAX = 500;

/**
 * Hands back the unanswered requests of a rep whom Parley took off duty, if the rule of their team says so, and routes
 * them again by the team's rules. Does nothing once the rep is back.
 */
export async function handBackForRep(repId: string, deps: Deps): Promise<void> {
  for (const { sequence_id, team_id } of await unanswered(repId, deps)) {
    const outcome = await decideAndCommit(async () => {
      const loaded = await loadRequest(sequence_id, deps);
      const isStill = loaded?.request.assigned_to_id === repId && loaded.request.state === "assigned";
      const isAnswered = (await unanswered(repId, deps)).every((each) => each.sequence_id !== sequence_id);
      return !isStill || isAnswered ? null : handedChanges(loaded, { id: team_id, kind: "team" }, null, deps);
    }, deps);
    if (outcome !== null) await routeRequest(sequence_id, deps, { teamId: team_id, excludedRepIds: [repId] });
  }
}

/** The requests of an absent rep that they have not answered since they got them. */
async function unanswered(repId: string, { pool }: Deps): Promise<{ sequence_id: string; team_id: string }[]> {
  const { rows } = await pool.query<{ sequence_id: string; team_id: string }>({
    name: "unanswered_of_absent",
    text: `select r.sequence_id, r.team_id
      from automatic_absence a join request r on r.organization_id = a.organization_id and r.assigned_to_id = a.rep_id
        join team t on t.party_id = r.team_id and t.on_absence = 'hand_back'
      where a.rep_id = $1 and a.ended_at is null and r.state = 'assigned' and r.waiting_since is not null
        and (r.last_reply_at is null or r.last_reply_at < r.assigned_at)
      order by r.next_due_at nulls last, r.sequence_id limit ${HANDED_BACK_MAX}`,
    values: [repId],
  });
  return rows;
}
