import type { BoardFigure } from "@/contract/views/boardViews";

/** The filters of a queue, as stored in the address; null means no filter. */
export type QueueFilter = {
  /** "none" for requests without a team; `categoryId` likewise. An address cannot tell null from absent. */
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

/** The filter as input of `queue.list`, without the parts that do not narrow. */
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

/** Whether any filter is set. */
export function isNarrowed(filter: QueueFilter): boolean {
  return Object.keys(queueQuery(filter)).length > 0;
}

/** The id that a word of the address stands for; null for `WITHOUT`. */
export function idOrNull(word: string): string | null {
  return word === WITHOUT ? null : word;
}
