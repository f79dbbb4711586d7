import { customerState, type SequenceState } from "@/domain/request/sequenceState";
import type { Entry } from "../../writer/changes";
import type { LoadedRequest } from "../load/loadRequest";

type Changed = Parameters<typeof memberFacts>[1];

/** An entry for each member who takes part; and one for the customer if the state that they may know changes. */
export function sequenceEntries(
  loaded: LoadedRequest,
  changed: Changed & { state?: SequenceState } = {},
  exceptListIds: ReadonlySet<string> = new Set(),
): Entry[] {
  const { request, parties, sequence } = loaded;
  const members = parties.filter(
    ({ kind, from_at, id }) => kind !== "contact" && from_at !== null && !exceptListIds.has(id),
  );
  const entries: Entry[] = members.map(({ id }) => ({
    list: id,
    kind: "sequence",
    sequence_id: request.sequence_id,
    facts: memberFacts(loaded, changed),
  }));
  const told = customerState(changed.state ?? sequence.state);
  if (told === customerState(sequence.state)) return entries;
  return [...entries, customerEntry(loaded, told)];
}

/** Tells the customer that their standing has changed, as far as they may know it. */
export function customerEntry({ request, sequence }: LoadedRequest, state = customerState(sequence.state)): Entry {
  return { list: request.contact_id, kind: "sequence", sequence_id: request.sequence_id, facts: { state } };
}

/**
 * What a member may know of a sequence from now on. It is kept in their list, so that it stays when they leave (P2).
 */
export function memberFacts(
  { sequence, request }: Pick<LoadedRequest, "sequence" | "request">,
  changed: {
    state?: string;
    category_id?: string | null;
    subject?: string;
    tags?: string[];
    team_id?: string | null;
    assigned_to_id?: string | null;
  } = {},
) {
  return {
    subject: changed.subject ?? sequence.subject,
    state: changed.state ?? sequence.state,
    categoryId: changed.category_id === undefined ? sequence.category_id : changed.category_id,
    tags: changed.tags ?? sequence.tags,
    teamId: changed.team_id === undefined ? request.team_id : changed.team_id,
    assignedToId: changed.assigned_to_id === undefined ? request.assigned_to_id : changed.assigned_to_id,
  };
}
