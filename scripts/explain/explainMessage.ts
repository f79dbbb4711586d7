import type { Client } from "pg";
import type { MessageStanding } from "../../src/domain/pov/visibility";
import { type Sight, whySeen } from "../../src/domain/pov/whySeen";
import { takesPartNow } from "../../src/server/pov/takesPartNow";
import { ForeseenFailure } from "../launch/foreseenFailure";
import { povOfParty } from "./povOfParty";

/** Says why a party sees a message or does not. It shows ids and never the text. */
export async function explainMessage(messageId: string, as: string, client: Client): Promise<string[]> {
  const { name, pov } = await povOfParty(as, client);
  const { standing, place, partNames } = await readStanding(messageId, client);
  const { revision, because } = whySeen(pov, standing);
  return [
    `${name} ${revision === null ? "does not see" : `sees revision ${revision} of`} message ${messageId}.`,
    `Because ${inWords(because)}.`,
    "",
    place,
    `Latest revision: ${standing.revision}${standing.isDeleted ? ", deleted" : ""}.`,
    `Lists that hold it: ${listed([...standing.revisionInList].map(([id, latest]) => `${partNames(id)} (revision ${latest})`))}.`,
    `Who takes part now: ${listed([...standing.currentPartyIds].map(partNames))}.`,
    `They read as ${listed([pov.partyId, ...pov.groupIds].map(partNames))}; supervise ${listed(pov.supervisedTeamIds.map(partNames))}; the organization's rule is ${pov.memberView}.`,
  ];
}

function inWords(because: Sight["because"]): string {
  switch (because.by) {
    case "role":
      return `they supervise the team of the request, ${because.teamId} (P5)`;
    case "rule":
      return `the organization's rule opens it to members: ${because.memberView} (P6)`;
    case "own_list":
      return "their own list has an entry for it: they took part when it was written, or were shown it when they joined (P1, P2)";
    case "group_list":
      return `the list of a group of theirs that takes part now has an entry for it: ${because.groupId}`;
    case "groups_left":
      return `only lists of groups that take part no more have it: ${because.groupIds.join(", ")}`;
    case "not_listed":
      return "no list that they read has an entry for it (P1)";
    case "deleted":
      return "it was deleted, and their list has that, too (P2)";
  }
}

type Read = { standing: MessageStanding; place: string; partNames: (id: string) => string };
type Row = Omit<MessageStanding, "revisionInList" | "currentPartyIds"> & {
  interactionId: string;
  ordinal: number;
  revisions: Record<string, number>;
  parties: string[];
  names: Record<string, string>;
};

async function readStanding(messageId: string, client: Client): Promise<Read> {
  const { rows } = await client.query<Row>(STANDING, [messageId.trim().toLowerCase()]);
  const [row] = rows;
  if (!row) throw new ForeseenFailure(`There is no message ${messageId}.`);
  const { revisions, parties, names, interactionId, ordinal, ...facts } = row;
  return {
    standing: { ...facts, revisionInList: new Map(Object.entries(revisions)), currentPartyIds: new Set(parties) },
    place: `It is message ${ordinal} of interaction ${interactionId} (${facts.audience}).`,
    partNames: (id) => `${names[id] ?? "?"} ${id}`,
  };
}

const listed = (words: readonly string[]) => (words.length === 0 ? "nobody" : words.join(", "));

const STANDING = `
  select m.interaction_id as "interactionId", m.ordinal::int as ordinal, m.organization_id as "organizationId", i.audience,
    r.team_id as "teamId", m.revision, m.deleted_at is not null as "isDeleted",
    (select coalesce(jsonb_object_agg(e.list_id, e.revision), '{}') from
      (select list_id, max(revision) as revision from pov_entry where interaction_id = m.interaction_id
        and ordinal = m.ordinal group by list_id) e) as revisions,
    array(select p.party_id::text from participation p where p.interaction_id = i.id and ${takesPartNow("p")}) as parties,
    (select jsonb_object_agg(id, name) from party where organization_id = m.organization_id) as names
  from message m join interaction i on i.id = m.interaction_id left join request r on r.sequence_id = i.sequence_id
  where m.id::text = $1`;
