import type { Client } from "pg";
import { povOfParty } from "./povOfParty";

const SHOWN_MAX = 50;

type Entry = {
  position: string;
  kind: string;
  sequence_id: string | null;
  interaction_id: string | null;
  message_id: string | null;
  revision: number | null;
  written_at: Date;
};

/** Lists the latest fifty entries of a party's list, oldest first. It shows ids and never the text. */
export async function explainFeed(named: string, client: Client): Promise<string[]> {
  const { name, pov } = await povOfParty(named, client);
  const { rows } = await client.query<Entry>(
    `select * from (select position, kind::text as kind, sequence_id, interaction_id, message_id, revision, written_at
       from pov_entry where list_id = $1 order by position desc limit $2) latest order by position`,
    [pov.partyId, SHOWN_MAX],
  );
  const counted = await client.query<{ head: string }>("select head from pov_list where party_id = $1", [pov.partyId]);
  const head = Number(counted.rows[0]?.head ?? 0);
  const earlier = head - rows.length;
  return [
    `The list of ${name} has ${head} entries.`,
    ...(earlier > 0 ? [`… ${earlier} earlier ones`] : []),
    ...rows.map(lineOf),
  ];
}

function lineOf({ position, kind, sequence_id, interaction_id, message_id, revision, written_at }: Entry): string {
  const what = [
    message_id === null ? null : `message ${message_id}${revision === null ? "" : ` revision ${revision}`}`,
    interaction_id === null ? null : `interaction ${interaction_id}`,
    sequence_id === null ? null : `sequence ${sequence_id}`,
  ].filter((each) => each !== null);
  return `${position.padStart(6)}  ${written_at.toISOString()}  ${kind.padEnd(15)}  ${what.join("  ")}`;
}
