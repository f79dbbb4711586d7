/** Where a rep is (R10), from who is given requests to who is not there at all. */
export const AVAILABILITIES = ["available", "on_call", "busy", "away", "offline"] as const;
export type Availability = (typeof AVAILABILITIES)[number];
