import type { BoardFigure } from "@/contract/views/repViews";

export type FigureFilter = {
  figure: BoardFigure;
  /** Null for requests that no team or no category has, which an address writes as "none". */
  teamId?: string | null;
  categoryId?: string | null;
  repId?: string;
};

/** Where the requests behind a figure are listed: the same words as the board's own query, so the two cannot disagree. */
export function figureHref({ figure, teamId, repId, categoryId }: FigureFilter): string {
  // What waits without a team is a view of its own.
  if (figure === "waiting" && teamId === null) return "/q/unassigned";
  const query = new URLSearchParams({ figure });
  if (teamId !== undefined) query.set("teamId", teamId ?? "none");
  if (repId) query.set("repId", repId);
  if (categoryId !== undefined) query.set("categoryId", categoryId ?? "none");
  return `/q/board?${query}`;
}
