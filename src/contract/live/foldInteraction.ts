import type { HeardEvent, InteractionView } from "../views/repViews";

/** One interaction as it stands now, by the last thing heard of it; null once it is hidden from the viewer. */
export function foldInteraction(view: InteractionView, heard: readonly HeardEvent[]): InteractionView | null {
  let now: InteractionView | null = view;
  for (const { event } of heard) {
    if (event.type === "interaction" && event.interaction.id === view.id) now = event.interaction;
    if (event.type === "hidden" && event.interactionId === view.id) now = null;
  }
  return now;
}
