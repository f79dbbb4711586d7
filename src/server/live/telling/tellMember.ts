import { sql } from "kysely";
import type { RepEvent } from "@/contract/live/repEvent";
import type { BackchannelRow } from "@/contract/views/backchannelViews";
import type { QueueRow } from "@/contract/views/queueViews";
import type { ClockView } from "@/contract/views/requestViews";
import type { Pov } from "@/domain/pov/pov";
import { backchannelRows } from "../../backchannel/queries/backchannelRows";
import { interactionViews } from "../../conversation/queries/interactionViews";
import { messageView } from "../../conversation/queries/messagePage";
import type { Deps } from "../../deps";
import { visibleMessages } from "../../pov/visibleMessages";
import { clocksOf } from "../../request/queries/clocksOf";
import { queueRows } from "../../request/queries/queueRows";
import type { ListEntry } from "../entries";
import type { Told } from "./framesOf";

/**
 * What a member is told of new entries. An entry says that something changed for them, and the page's own query, read
 * now, says what. If they lose sight of something, they get its id only. What one of their lists hides and another
 * still shows is told anew.
 */
export async function tellMember(pov: Pov, entries: readonly ListEntry[], deps: Deps): Promise<Told<RepEvent>[]> {
  const found = await findTold(pov, entries, deps);
  return [
    ...entries.flatMap((entry) => ownEvents(entry, pov, found).map((event) => ({ entry, event }))),
    ...found.rows.flatMap((row) =>
      toldOf(entryOfRow(entries, row), { type: "sequence", row, clocks: found.clocks.get(row.sequenceId) ?? [] }),
    ),
    ...found.backchannels.flatMap((row) => toldOf(entryOfBackchannel(entries, row), { type: "backchannel", row })),
  ];
}

type Found = {
  messages: Awaited<ReturnType<typeof visibleMessages>>;
  /** Everything that is still seen of interactions that one list hides. */
  keptMessages: Awaited<ReturnType<typeof visibleMessages>>;
  interactions: Awaited<ReturnType<typeof interactionViews>>;
  rows: QueueRow[];
  clocks: ReadonlyMap<string, ClockView[]>;
  backchannels: BackchannelRow[];
};

async function findTold(pov: Pov, entries: readonly ListEntry[], deps: Deps): Promise<Found> {
  const ofKind = (...kinds: ListEntry["kind"][]) => entries.filter(({ kind }) => kinds.includes(kind));
  const said = ofKind("message", "message_edited");
  const interactionIds = idsOf("interaction_id", ofKind("interaction", "hidden"));
  const touchedIds = idsOf("interaction_id", [...said, ...ofKind("interaction", "message_deleted", "hidden")]);
  const sequenceIds = idsOf("sequence_id", ofKind("sequence", "hidden"));
  const [messages, interactions, rows, backchannels] = await Promise.all([
    said.length === 0 ? [] : visibleMessages(pov, { messageIds: idsOf("message_id", said) }, deps),
    interactionIds.length === 0 ? [] : interactionViews(pov, { interactionIds }, deps),
    rowsOf(pov, touchedIds, sequenceIds, deps),
    touchedIds.length === 0 ? [] : backchannelRows(pov, deps, touchedIds),
  ]);
  const keptIds = idsOf("interaction_id", ofKind("hidden")).filter((id) => interactions.some((each) => each.id === id));
  const rowIds = rows.map(({ sequenceId }) => sequenceId);
  const clocks = await clocksOf(pov.organizationId, rowIds, deps);
  const kept = await Promise.all(keptIds.map((interactionId) => visibleMessages(pov, { interactionId }, deps)));
  return { messages, keptMessages: kept.flat(), interactions, rows, clocks, backchannels };
}

function toldOf(entry: ListEntry | undefined, event: RepEvent): Told<RepEvent>[] {
  return entry ? [{ entry, event }] : [];
}

/** The last of the entries that touch a queue line: the line is told once, after it. */
function entryOfRow(entries: readonly ListEntry[], row: QueueRow): ListEntry | undefined {
  return entries.findLast(({ sequence_id }) => sequence_id === row.sequenceId) ?? entries.at(-1);
}

function entryOfBackchannel(entries: readonly ListEntry[], row: BackchannelRow): ListEntry | undefined {
  return entries.findLast(({ interaction_id }) => interaction_id === row.interactionId);
}

function ownEvents(entry: ListEntry, pov: Pov, { messages, interactions, keptMessages }: Found): RepEvent[] {
  const ofInteraction = interactions.filter(({ id }) => id === entry.interaction_id);
  switch (entry.kind) {
    case "message":
    case "message_edited":
      return messages
        .filter(({ id }) => id === entry.message_id)
        .map((message) => ({ type: "message", message: messageView(message, pov) }));
    case "message_deleted":
      return [
        { type: "message_removed", interactionId: entry.interaction_id ?? "", messageId: entry.message_id ?? "" },
      ];
    case "interaction":
      return ofInteraction.map((interaction) => ({ type: "interaction", interaction }));
    case "hidden":
      return [
        { type: "hidden", interactionId: entry.interaction_id, sequenceId: entry.sequence_id },
        ...ofInteraction.map((interaction): RepEvent => ({ type: "interaction", interaction })),
        ...keptMessages
          .filter(({ interaction_id }) => interaction_id === entry.interaction_id)
          .map((message): RepEvent => ({ type: "message", message: messageView(message, pov) })),
      ];
    case "sequence":
      return [];
  }
}

/** The queue lines of these interactions and sequences, each once, as they are now. */
async function rowsOf(pov: Pov, interactionIds: readonly string[], sequenceIds: readonly string[], deps: Deps) {
  if (interactionIds.length + sequenceIds.length === 0) return [];
  const condition = sql`(r.sequence_id = any(${sequenceIds}::uuid[]) or r.interaction_id = any(${interactionIds}::uuid[]))`;
  return queueRows(pov, { condition, limit: interactionIds.length + sequenceIds.length }, deps);
}

function idsOf(of: "sequence_id" | "interaction_id" | "message_id", entries: readonly ListEntry[]): string[] {
  return [...new Set(entries.flatMap((entry) => entry[of] ?? []))];
}
