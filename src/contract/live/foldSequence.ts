import { isNewer } from "@/domain/pov/position";
import type { InteractionView } from "../views/conversationViews";
import type { QueueRow } from "../views/queueViews";
import type { ClockView, SequenceView } from "../views/requestViews";
import type { HeardEvent, RepEvent } from "./repEvent";

/**
 * A sequence as it is now, as far as events tell: its row in the queue, its clocks and its interactions. Null once it
 * is hidden. Only the query knows the rest (`may`, `escalation`, `rating`, whether the category is confirmed), so
 * `isOutrun` asks for reading the sequence again.
 */
export function foldSequence(view: SequenceView, heard: readonly HeardEvent[]): SequenceView | null {
  let now: Folded = { view, isHidden: false };
  for (const { position, event } of heard) {
    if (isNewer(position, view.asOf)) now = afterEvent(now, event);
  }
  return now.isHidden ? null : now.view;
}

/** A hidden sequence is still folded, because it may be shown again. */
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

/** Whether an event of the sequence itself came after it was read, so that reading it again brings more. */
export function isOutrun(view: SequenceView, heard: readonly HeardEvent[]): boolean {
  return heard.some(
    ({ position, event }) =>
      event.type === "sequence" && event.row.sequenceId === view.id && isNewer(position, view.asOf),
  );
}

function withRow(view: SequenceView, row: QueueRow, clocks: ClockView[]): SequenceView {
  const { subject, state, categoryId, tags, version, requestState, teamId, assignedTo, waitingSince } = row;
  const told = { subject, state, categoryId, tags, version, requestState, teamId, assignedTo, waitingSince };
  // The confirmation was for the category that was read.
  const isCategoryConfirmed = view.isCategoryConfirmed && categoryId === view.categoryId;
  return { ...view, ...told, isCategoryConfirmed, clocks };
}

/**
 * In the order of the query: the customer's first, then backchannels by start. A backchannel can move to another
 * sequence.
 */
function withInteraction({ id, interactions }: SequenceView, told: InteractionView): InteractionView[] {
  const others = interactions.filter((each) => each.id !== told.id);
  return told.sequenceId === id ? [...others, told].sort(customerFirst) : others;
}

const customerFirst = (a: InteractionView, b: InteractionView) =>
  rank(a) - rank(b) || a.startedAt.getTime() - b.startedAt.getTime() || (a.id < b.id ? -1 : 1);

const rank = ({ audience }: InteractionView) => (audience === "customer" ? 0 : 1);

/** A sequence is visible through its customer-facing interaction, so it is hidden with it. */
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
