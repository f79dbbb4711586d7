import type { SequenceState } from "@/domain/request/sequenceState";
import { customerState } from "@/domain/request/sequenceState";
import type { Entry } from "../../writer/changes";
import type { LoadedRequest } from "../load/loadRequest";
import { memberFacts } from "./memberFacts";

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
