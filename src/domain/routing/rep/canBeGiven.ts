import type { Availability } from "@/domain/routing/availability";

/** Whether a rep is given requests at all: on duty, or available if needed (R10). Room is another question (R11). */
export function canBeGiven(availability: Availability): boolean {
  return availability === "available" || availability === "on_call";
}
