import { isNewer } from "@/domain/pov/position";
import type { ClockView, HeardEvent, InteractionView, QueueRow, RepEvent, SequenceView } from "../views/repViews";

/**
 * A sequence as far as the stream tells it: its line in the queue, its clocks and its interactions; null once it is
 * hidden. What only the query knows (`may`, `escalation`, `rating`, whether the category is confirmed) is brought by
 * reading the sequence again, which `isOutrun` asks for.
 */
export function foldSequence(view: SequenceView, heard: readonly HeardEvent[]): SequenceView | null {
  let now: Folded = { view, isHidden: false };
  for (const { position, event } of heard) {
    if (isNewer(position, view.asOf)) now = afterEvent(now, event);
  }
  return now.isHidden ? null : now.view;
}

/** What is hidden goes on being folded: it may be shown again. */
type Folded = { readonly view: SequenceView; readonly isHidden: boolean };

function afterEvent({ view, isHidden }: Folded, event: RepEvent): Folded {
  if (event.type === "sequence" && event.row.sequenceId === view.id) {
    return { view: withRow(view, event.row, event.clocks), isHidden: false };
  }
  if (event.type === "interaction") {
    return { view: { ...view, interactions: withInteraction(view, event.interaction) }, isHidden };
  }
  return event.type === "hidden" ? withoutHidden({ view, isHidden }, event) : { view, isHidden };
}

/** Whether something was heard of the sequence itself since it was read, so that reading it again brings more. */
export function isOutrun(view: SequenceView, heard: readonly HeardEvent[]): boolean {
  return heard.some(
    ({ position, event }) =>
      event.type === "sequence" && event.row.sequenceId === view.id && isNewer(position, view.asOf),
  );
}

function withRow(view: SequenceView, row: QueueRow, clocks: ClockView[]): SequenceView {
  const { subject, state, categoryId, tags, version, requestState, teamId, assignedTo, waitingSince } = row;
  const told = { subject, state, categoryId, tags, version, requestState, teamId, assignedTo, waitingSince };
  // What was confirmed is the category that it had.
  const isCategoryConfirmed = view.isCategoryConfirmed && categoryId === view.categoryId;
  return { ...view, ...told, isCategoryConfirmed, clocks };
}

/** The order of the query: the customer's first, then backchannels by start. One may have become another sequence's. */
function withInteraction({ id, interactions }: SequenceView, told: InteractionView): InteractionView[] {
  const others = interactions.filter((each) => each.id !== told.id);
  return told.sequenceId === id ? [...others, told].sort(customerFirst) : others;
}

const customerFirst = (a: InteractionView, b: InteractionView) =>
  rank(a) - rank(b) || a.startedAt.getTime() - b.startedAt.getTime() || (a.id < b.id ? -1 : 1);

const rank = ({ audience }: InteractionView) => (audience === "customer" ? 0 : 1);

/** A sequence is seen by its customer-facing interaction: with it, all is gone. */
function withoutHidden(
  { view, isHidden }: Folded,
  hidden: { interactionId: string | null; sequenceId: string | null },
): Folded {
  const isOfThis = hidden.sequenceId === view.id;
  const gone = view.interactions.find(({ id }) => id === hidden.interactionId);
  return {
    view: { ...view, interactions: view.interactions.filter((each) => each !== gone) },
    isHidden: isHidden || gone?.audience === "customer" || (isOfThis && hidden.interactionId === null),
  };
}
