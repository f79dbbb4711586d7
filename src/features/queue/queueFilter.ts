import type { BoardFigure } from "@/domain/views/repViews";

/** What narrows a queue, as it stands in the address; null means "not narrowed". */
export type QueueFilter = {
  teamId: string | null;
  /** "none" for requests without a category: in an address null and absent are the same. */
  categoryId: string | null;
  repId: string | null;
  figure: BoardFigure | null;
};

export const BOARD_FIGURES = ["waiting", "breached", "at_risk", "assigned", "closed_today", "live"] as const;

/** The word for "without a category" in an address. */
export const WITHOUT_CATEGORY = "none";

/** The filter as the server is asked for it, without what does not narrow. */
export function queueQuery({ teamId, categoryId, repId, figure }: QueueFilter): {
  teamId?: string;
  categoryId?: string | null;
  repId?: string;
  figure?: BoardFigure;
} {
  return {
    ...(teamId === null ? {} : { teamId }),
    ...(categoryId === null ? {} : { categoryId: categoryId === WITHOUT_CATEGORY ? null : categoryId }),
    ...(repId === null ? {} : { repId }),
    ...(figure === null ? {} : { figure }),
  };
}

/** Whether anything narrows the queue, so that an empty one can offer to clear it. */
export function isNarrowed(filter: QueueFilter): boolean {
  return Object.keys(queueQuery(filter)).length > 0;
}
