import type { SequenceState } from "@/domain/request/sequenceState";
import { customerState } from "@/domain/request/sequenceState";
import type { Entry } from "../../writer/changes";
import type { LoadedRequest } from "../load/loadRequest";
import { memberFacts } from "./memberFacts";

type Changed = Parameters<typeof memberFacts>[1];

/** One entry for each member who takes part, and one for the customer only where what they may know has changed. */
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

/** The customer's own: where they stand has changed, as they may know it. */
export function customerEntry({ request, sequence }: LoadedRequest, state = customerState(sequence.state)): Entry {
  return { list: request.contact_id, kind: "sequence", sequence_id: request.sequence_id, facts: { state } };
}
