import type { BoardFigure } from "@/domain/views/repViews";

export type FigureFilter = {
  figure: BoardFigure;
  teamId?: string | null;
  repId?: string;
  /** Null for requests without a category, which an address writes as "none". */
  categoryId?: string | null;
};

/** Where the requests behind a figure are listed: the same words as the board's own query, so the two cannot disagree. */
export function figureHref({ figure, teamId, repId, categoryId }: FigureFilter): string {
  const query = new URLSearchParams({ figure });
  if (teamId) query.set("teamId", teamId);
  if (repId) query.set("repId", repId);
  if (categoryId !== undefined) query.set("categoryId", categoryId ?? "none");
  return `/q/board?${query}`;
}
