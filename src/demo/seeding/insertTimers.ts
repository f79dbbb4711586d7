import type { ClientBase } from "pg";
import type { Row } from "./ledger";

/** Sets the timer of every live request, as the command that touched it last would have (`commit_changes`). */
export async function insertTimers(client: ClientBase, requests: readonly Row<"request">[]): Promise<void> {
  const timers = requests.flatMap(({ state, look_at, sequence_id }) =>
    state === "retired" || look_at === null ? [] : [{ sequence_id, look_at }],
  );
  await client.query(
    `select graphile_worker.add_job('lookAtRequest', json_build_object('sequenceId', t.sequence_id), run_at := t.look_at,
       job_key := 'look:' || t.sequence_id, max_attempts := 25)
     from jsonb_to_recordset($1::jsonb) as t (sequence_id uuid, look_at timestamptz)`,
    [JSON.stringify(timers)],
  );
}
