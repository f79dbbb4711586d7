import { newParticipation } from "../../conversation/changes/newParticipation";
import type { Entry, PartOfChanges, Timer } from "../../writer/changes";
import { composePart } from "../../writer/composeChanges";
import type { LoadedRequest } from "../load/loadRequest";
import { memberFacts } from "./sequenceEntries";

/**
 * Makes one party the responder of a request's customer-facing interaction: a rep, or a team (or the organization)
 * while it waits. The new responder gets the history. Other participants are told who takes part now. A team that
 * leaves loses sight of it; a rep who leaves keeps what was there and gets nothing later (P2). The customer is told
 * nothing (P8).
 *
 * @param by who decided it; null if a rule did
 */
export function responderChanges(
  loaded: LoadedRequest,
  responder: { id: string; kind: "rep" | "team" | "organization" },
  changed: { team_id: string | null; assigned_to_id: string | null; category_id?: string | null; state?: string },
  now: Date,
  newId: () => string,
  by: string | null = null,
): PartOfChanges {
  const { request, parties, interaction } = loaded;
  const leaving = parties.filter(({ role, id }) => role === "responder" && id !== responder.id);
  const isResponder = ({ id, role, from_at }: LoadedRequest["parties"][number]) =>
    id === responder.id && role === "responder" && from_at !== null;
  const present = parties.find(isResponder);
  // The party may be invited, or take part beside the responder. A party has one open part at most, and it must have
  // the role of responder: a responder may not leave, and leaves when the request goes on. So the earlier part ends.
  const beside = parties.filter((party) => party.id === responder.id && !isResponder(party));
  const facts = memberFacts(loaded, changed);
  const staying = parties.filter(
    ({ id, kind, from_at }) =>
      kind !== "contact" && from_at !== null && ![...leaving, ...beside].some((each) => each.id === id),
  );
  const joined: Entry[] = present
    ? []
    : [
        { list: responder.id, kind: "interaction", interaction_id: interaction.id },
        { list: responder.id, kind: "sequence", sequence_id: request.sequence_id, facts },
        { list: responder.id, kind: "history", interaction_id: interaction.id, after_ordinal: 0 },
      ];
  return composePart({
    leave: [...leaving, ...beside].map(({ id }) => ({
      interaction_id: interaction.id,
      party_id: id,
      removed_by_id: by,
    })),
    participation: present
      ? []
      : [newParticipation({ id: newId(), interaction, partyId: responder.id, role: "responder", fromAt: now })],
    entries: [
      ...leaving.flatMap(({ id, kind }) => leftEntries(id, kind, loaded)),
      ...joined,
      ...staying.flatMap(({ id }): Entry[] => [
        { list: id, kind: "interaction", interaction_id: interaction.id },
        { list: id, kind: "sequence", sequence_id: request.sequence_id, facts },
      ]),
    ],
  });
}

function leftEntries(listId: string, kind: string, { request, interaction }: LoadedRequest): Entry[] {
  const leftQueue: Entry = { list: listId, kind: "hidden", sequence_id: request.sequence_id, interaction_id: null };
  return kind === "rep"
    ? [leftQueue, { list: listId, kind: "interaction", interaction_id: interaction.id }]
    : [{ list: listId, kind: "hidden", sequence_id: request.sequence_id, interaction_id: interaction.id }];
}

/** Gives back the capacity that a request takes from its rep. Empty if no rep has it. */
export function releaseOf({ request }: LoadedRequest): PartOfChanges {
  if (request.state !== "assigned" || request.assigned_to_id === null) return composePart();
  return composePart({ release: [{ repId: request.assigned_to_id, weight: request.weight }] });
}

/** Drains the queues of a rep's teams right after the commit, since the rep has room now. */
export function drainTimer(repId: string, now: Date): Timer {
  return { task: "drainForRep", key: `drain:${repId}`, payload: { repId }, runAt: now };
}
