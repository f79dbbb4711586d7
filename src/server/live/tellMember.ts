import { sql } from "kysely";
import type { Pov } from "@/domain/pov/pov";
import type { BackchannelRow, QueueRow, RepEvent } from "@/domain/views/repViews";
import type { Deps } from "../deps";
import { backchannelRows } from "../queries/backchannelRows";
import { interactionViews } from "../queries/interactionViews";
import { messageView } from "../queries/messagePage";
import { queueRows } from "../queries/queueRows";
import { visibleMessages } from "../queries/visibleMessages";
import type { ListEntry } from "./entries";
import type { Told } from "./told";

/**
 * What a member is told of new entries: an entry says that something changed for them, the page's own query says what,
 * read now. Losing sight sends the id only.
 */
export async function tellMember(pov: Pov, entries: readonly ListEntry[], deps: Deps): Promise<Told<RepEvent>[]> {
  const ofKind = (...kinds: ListEntry["kind"][]) => entries.filter(({ kind }) => kinds.includes(kind));
  const said = ofKind("message", "message_edited");
  const interactionIds = distinct(ofKind("interaction").map(({ interaction_id }) => interaction_id));
  const touchedIds = distinct(
    [...said, ...ofKind("interaction", "message_deleted")].map(({ interaction_id }) => interaction_id),
  );
  const sequenceIds = distinct(ofKind("sequence").map(({ sequence_id }) => sequence_id));
  const [messages, interactions, rows, backchannels] = await Promise.all([
    said.length === 0
      ? []
      : visibleMessages(pov, { messageIds: distinct(said.map(({ message_id }) => message_id)) }, deps),
    interactionIds.length === 0 ? [] : interactionViews(pov, { interactionIds }, deps),
    rowsOf(pov, touchedIds, sequenceIds, deps),
    touchedIds.length === 0 ? [] : backchannelRows(pov, deps, touchedIds),
  ]);
  return [
    ...entries.flatMap((entry) => toldOf(entry, ownEvent(entry, pov, { messages, interactions }))),
    ...rows.flatMap((row) => toldOf(entryOfRow(entries, row), { type: "sequence", row })),
    ...backchannels.flatMap((row) => toldOf(entryOfBackchannel(entries, row), { type: "backchannel", row })),
  ];
}

function toldOf(entry: ListEntry | undefined, event: RepEvent | null): Told<RepEvent>[] {
  return entry && event ? [{ entry, event }] : [];
}

/** A line is told once for all entries that touch it, after the last of them. */
function entryOfRow(entries: readonly ListEntry[], row: QueueRow): ListEntry | undefined {
  return (
    entries.findLast(({ kind, sequence_id }) => kind === "sequence" && sequence_id === row.sequenceId) ??
    entries.findLast(({ kind }) => kind !== "hidden")
  );
}

function entryOfBackchannel(entries: readonly ListEntry[], row: BackchannelRow): ListEntry | undefined {
  return entries.findLast(({ interaction_id }) => interaction_id === row.interactionId);
}

type Found = {
  messages: Awaited<ReturnType<typeof visibleMessages>>;
  interactions: Awaited<ReturnType<typeof interactionViews>>;
};

function ownEvent(entry: ListEntry, pov: Pov, { messages, interactions }: Found): RepEvent | null {
  switch (entry.kind) {
    case "message":
    case "message_edited": {
      const message = messages.find(({ id }) => id === entry.message_id);
      return message ? { type: "message", message: messageView(message, pov) } : null;
    }
    case "message_deleted":
      return { type: "message_removed", interactionId: entry.interaction_id ?? "", messageId: entry.message_id ?? "" };
    case "interaction": {
      const interaction = interactions.find(({ id }) => id === entry.interaction_id);
      return interaction ? { type: "interaction", interaction } : null;
    }
    case "hidden":
      return { type: "hidden", interactionId: entry.interaction_id, sequenceId: entry.sequence_id };
    case "sequence":
      return null;
  }
}

/** The queue lines that messages and changes of sequences touch, each once, as they are now. */
async function rowsOf(pov: Pov, interactionIds: readonly string[], sequenceIds: readonly string[], deps: Deps) {
  if (interactionIds.length + sequenceIds.length === 0) return [];
  const condition = sql`(r.sequence_id = any(${sequenceIds}::uuid[]) or r.interaction_id = any(${interactionIds}::uuid[]))`;
  return queueRows(pov, { condition, limit: interactionIds.length + sequenceIds.length }, deps);
}

function distinct(ids: readonly (string | null)[]): string[] {
  return [...new Set(ids.filter((id) => id !== null))];
}
