import type { ClientBase } from "pg";
import { DEMOS } from "./demos";
import { insertRows, inTransaction, known, type Row } from "./founding/rows";
import type { Founded } from "./founding/structure";
import { importExamples } from "./importExamples";
import type { DemoGiven } from "./playDemo";

/** Brings played organizations into the state that visitors find, and writes their widgets, in one transaction. */
export async function finishDemo(
  client: ClientBase,
  played: readonly Founded[],
  { hasExamples }: Pick<DemoGiven, "hasExamples">,
): Promise<void> {
  const labelledOf = new Map(DEMOS.map(({ demo, labelled }) => [demo.key, labelled]));
  await inTransaction(client, async () => {
    await removePlayedJobs(client);
    for (const founded of played) {
      await setDuties(client, founded.loads);
      if (hasExamples) await importExamples(client, founded, known(labelledOf, founded.demo.key));
      await insertRows(client, { widget: [founded.widget] });
    }
  });
}

/** Removes the jobs of ended requests, and those that drain queues: the first worker sweeps all queues anyway. */
async function removePlayedJobs(client: ClientBase): Promise<void> {
  await client.query(
    `select graphile_worker.complete_jobs(array(
       select j.id from graphile_worker.jobs j
         left join request r on j.key = 'look:' || r.sequence_id
       where j.task_identifier = 'drainForRep' or r.state = 'retired'))`,
  );
}

/** Sets who is on duty when the first visitor comes. */
async function setDuties(client: ClientBase, loads: readonly Row<"rep_load">[]): Promise<void> {
  await client.query(
    `update rep_load set availability = duty.availability, availability_since = duty.since
     from unnest($1::uuid[], $2::availability[], $3::timestamptz[]) as duty (rep_id, availability, since)
     where rep_load.rep_id = duty.rep_id`,
    [
      loads.map(({ rep_id }) => rep_id),
      loads.map(({ availability }) => availability),
      loads.map(({ availability_since }) => availability_since),
    ],
  );
}
