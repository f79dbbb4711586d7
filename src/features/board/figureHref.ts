import type { BoardFigure } from "@/contract/views/boardViews";

export type FigureFilter = {
  figure: BoardFigure;
  /** Null for requests without a team or a category; an address writes it as "none". */
  teamId?: string | null;
  categoryId?: string | null;
  repId?: string;
};

/** The address of the requests behind a figure. It uses the filters of the board's own query, so the two agree. */
export function figureHref({ figure, teamId, repId, categoryId }: FigureFilter): string {
  // Requests that wait without a team have their own view.
  if (figure === "waiting" && teamId === null) return "/q/unassigned";
  const query = new URLSearchParams({ figure });
  if (teamId !== undefined) query.set("teamId", teamId ?? "none");
  if (repId) query.set("repId", repId);
  if (categoryId !== undefined) query.set("categoryId", categoryId ?? "none");
  return `/q/board?${query}`;
}
