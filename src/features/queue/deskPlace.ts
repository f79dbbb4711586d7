/** The views of the desk, by their names in the address. */
export const DESK_VIEWS = ["mine", "team", "unassigned", "backchannels", "closed", "board"] as const;

export type DeskView = (typeof DESK_VIEWS)[number];

/** Where the rep is: a view, and what is open in it. */
export type DeskPlace = { view: DeskView; sequenceId: string | null; interactionId: string | null };

const PATH = /^\/q\/([a-z]+)(?:\/(s|b)\/([^/]+))?\/?$/;

/** The place that a path names; null if it is no path of the desk. */
export function deskPlace(pathname: string): DeskPlace | null {
  const [, view, kind, id] = PATH.exec(pathname) ?? [];
  if (!isDeskView(view)) return null;
  return {
    view,
    sequenceId: kind === "s" && id ? decodeURIComponent(id) : null,
    interactionId: kind === "b" && id ? decodeURIComponent(id) : null,
  };
}

/** The path of a place; the inverse of `deskPlace`. */
export function deskPath({ view, sequenceId, interactionId }: DeskPlace): string {
  if (sequenceId !== null) return `/q/${view}/s/${encodeURIComponent(sequenceId)}`;
  if (interactionId !== null) return `/q/${view}/b/${encodeURIComponent(interactionId)}`;
  return `/q/${view}`;
}

/** Whether a word of the address names a view. */
export function isDeskView(word: string | undefined): word is DeskView {
  return DESK_VIEWS.some((view) => view === word);
}
