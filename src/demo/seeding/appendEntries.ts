import type { Entry } from "@/server/writer/changes";
import type { Ledger, Row } from "./ledger";
import { partiesIn } from "./partiesIn";

/** A message that the change at hand has written. */
export type Posted = { id: string; interactionId: string; ordinal: number };

type Unplaced = Omit<Row<"pov_entry">, "position" | "written_at">;

const NOTHING = {
  sequence_id: null,
  interaction_id: null,
  message_id: null,
  ordinal: null,
  revision: null,
  facts: null,
};

/**
 * Lets the lists gain their entries, without gaps: those given, in their order, then the messages posted, for everybody
 * who takes part by now. Twin of the SQL function `append_entries` (prisma/migrations).
 */
export function appendEntries(ledger: Ledger, entries: readonly Entry[], posted: readonly Posted[], at: Date): void {
  const postedIds = new Set(posted.map(({ id }) => id));
  const wanted = entries.flatMap((entry) => unplaced(ledger, entry, postedIds));
  for (const { id, interactionId, ordinal } of posted) {
    for (const { party_id } of partiesIn(ledger, interactionId)) {
      wanted.push(messageEntry(party_id, interactionId, { id, ordinal, revision: 1 }));
    }
  }
  for (const entry of wanted) {
    const list = ledger.lists.get(entry.list_id) ?? { head: 0, entries: [] };
    ledger.lists.set(entry.list_id, list);
    list.head += 1;
    list.entries.push({ ...entry, position: list.head, written_at: at });
  }
}

function unplaced(ledger: Ledger, entry: Entry, postedIds: ReadonlySet<string>): Unplaced[] {
  const { list, ...rest } = entry;
  if (rest.kind !== "history") return [{ ...NOTHING, ...rest, list_id: list }];
  return (ledger.messagesOfInteraction.get(rest.interaction_id) ?? [])
    .filter(({ id, ordinal }) => ordinal > rest.after_ordinal && !postedIds.has(id))
    .map((message) => messageEntry(list, rest.interaction_id, message));
}

function messageEntry(
  listId: string,
  interactionId: string,
  { id, ordinal, revision }: { id: string; ordinal: number; revision: number },
): Unplaced {
  return {
    ...NOTHING,
    list_id: listId,
    kind: "message",
    interaction_id: interactionId,
    message_id: id,
    ordinal,
    revision,
  };
}
