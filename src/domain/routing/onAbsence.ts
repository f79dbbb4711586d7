/** What happens to the unanswered requests of a rep whom Parley takes off duty: the rep keeps them, or the team gets them back. */
export const ON_ABSENCE = ["keep", "hand_back"] as const;

export type OnAbsence = (typeof ON_ABSENCE)[number];
