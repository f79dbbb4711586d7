/** Where a rep is (R10), from who is given requests to who is not there at all. */
export const AVAILABILITIES = ["available", "on_call", "busy", "away", "offline"] as const;
export type Availability = (typeof AVAILABILITIES)[number];

/** Whether a rep is given requests at all: on duty, or available if needed (R10). Room is another question (R11). */
export function canBeGiven(availability: Availability): boolean {
  return availability === "available" || availability === "on_call";
}
