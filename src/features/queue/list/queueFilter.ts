import type { BoardFigure } from "@/contract/views/repViews";

/** What narrows a queue, as it stands in the address; null means "not narrowed". */
export type QueueFilter = {
  /** "none" for requests without a team, as for those without a category: in an address null and absent are the same. */
  teamId: string | null;
  categoryId: string | null;
  repId: string | null;
  figure: BoardFigure | null;
};

export const BOARD_FIGURES = [
  "waiting",
  "breached",
  "at_risk",
  "escalated",
  "assigned",
  "closed_today",
  "live",
] as const;

/** The word for "without a team" and "without a category" in an address. */
export const WITHOUT = "none";

/** The filter as the server is asked for it, without what does not narrow. */
export function queueQuery({ teamId, categoryId, repId, figure }: QueueFilter): {
  teamId?: string | null;
  categoryId?: string | null;
  repId?: string;
  figure?: BoardFigure;
} {
  return {
    ...(teamId === null ? {} : { teamId: idOrNull(teamId) }),
    ...(categoryId === null ? {} : { categoryId: idOrNull(categoryId) }),
    ...(repId === null ? {} : { repId }),
    ...(figure === null ? {} : { figure }),
  };
}

/** Whether anything narrows the queue, so that an empty one can offer to clear it. */
export function isNarrowed(filter: QueueFilter): boolean {
  return Object.keys(queueQuery(filter)).length > 0;
}

/** The id that a word of the address stands for; null for "without". */
export function idOrNull(word: string): string | null {
  return word === WITHOUT ? null : word;
}
