import type { ClockView, InteractionView, QueueRow, RepEvent, SequenceView } from "../views/repViews";
import type { HeardEvent } from "./heardEvent";
import { isNewer } from "./position";

/**
 * A sequence as far as the stream tells it: its line in the queue and its interactions; null once it is hidden.
 * What only the query knows (`may`, `escalation`, `rating`, clocks that are not the next due) is brought by reading the
 * sequence again, which `isOutrun` asks for.
 */
export function foldSequence(view: SequenceView, heard: readonly HeardEvent[]): SequenceView | null {
  let now: SequenceView | null = view;
  for (const { position, event } of heard) {
    if (isNewer(position, view.asOf)) now = afterEvent(now, event, view);
  }
  return now;
}

function afterEvent(now: SequenceView | null, event: RepEvent, view: SequenceView): SequenceView | null {
  if (event.type === "sequence" && event.row.sequenceId === view.id) return withRow(now ?? view, event.row);
  if (event.type === "interaction" && event.interaction.sequenceId === view.id && now) {
    return { ...now, interactions: withInteraction(now.interactions, event.interaction) };
  }
  return event.type === "hidden" && now ? withoutHidden(now, event) : now;
}

/** Whether something was heard of the sequence itself since it was read, so that reading it again brings more. */
export function isOutrun(view: SequenceView, heard: readonly HeardEvent[]): boolean {
  return heard.some(
    ({ position, event }) =>
      event.type === "sequence" && event.row.sequenceId === view.id && isNewer(position, view.asOf),
  );
}

function withRow(view: SequenceView, row: QueueRow): SequenceView {
  const { subject, state, categoryId, tags, version, requestState, teamId, assignedTo, waitingSince } = row;
  const told = { subject, state, categoryId, tags, version, requestState, teamId, assignedTo, waitingSince };
  return { ...view, ...told, clocks: row.clock ? withClock(view.clocks, row.clock) : view.clocks };
}

function withClock(clocks: readonly ClockView[], clock: ClockView): ClockView[] {
  return [...clocks.filter(({ metric }) => metric !== clock.metric), clock];
}

/** The order of the query: the customer's first, then backchannels by start. */
function withInteraction(known: readonly InteractionView[], told: InteractionView): InteractionView[] {
  const others = known.filter(({ id }) => id !== told.id);
  return [...others, told].sort(customerFirst);
}

const customerFirst = (a: InteractionView, b: InteractionView) =>
  rank(a) - rank(b) || a.startedAt.getTime() - b.startedAt.getTime() || (a.id < b.id ? -1 : 1);

const rank = ({ audience }: InteractionView) => (audience === "customer" ? 0 : 1);

function withoutHidden(
  view: SequenceView,
  hidden: { interactionId: string | null; sequenceId: string | null },
): SequenceView | null {
  if (hidden.interactionId === null && hidden.sequenceId === view.id) return null;
  return { ...view, interactions: view.interactions.filter(({ id }) => id !== hidden.interactionId) };
}
