/** The availabilities of a rep (R10), from the one given requests first to the one that is not there. */
export const AVAILABILITIES = ["available", "on_call", "busy", "away", "offline"] as const;
export type Availability = (typeof AVAILABILITIES)[number];

/** Whether routing may give a rep requests at all (R10). Whether the rep has room is a separate question (R11). */
export function canBeGiven(availability: Availability): boolean {
  return availability === "available" || availability === "on_call";
}
