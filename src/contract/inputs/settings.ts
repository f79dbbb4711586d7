import { z } from "zod";
import { ON_ABSENCE } from "@/domain/routing/onAbsence";
import { PRESENCE_TEAMS_MAX, UNSEEN_AWAY_AFTER_MS_MAX, UNSEEN_AWAY_AFTER_MS_MIN } from "./limits";
import { unverifiedId } from "./unverifiedId";

export const UnseenAwayAfterMs = z.int().min(UNSEEN_AWAY_AFTER_MS_MIN).max(UNSEEN_AWAY_AFTER_MS_MAX);

/**
 * What an administrator changed, each with the value that they saw. What they left alone is left out, so that two people
 * can change different settings at the same time. A value that was seen may be one that was never allowed here.
 */
export const ChangePresence = z.object({
  unseenAwayAfter: z.object({ ms: UnseenAwayAfterMs, seenMs: z.int() }).optional(),
  teams: z
    .array(z.object({ teamId: unverifiedId("team"), onAbsence: z.enum(ON_ABSENCE), seen: z.enum(ON_ABSENCE) }))
    .max(PRESENCE_TEAMS_MAX),
});
export type ChangePresence = z.infer<typeof ChangePresence>;
/** The same before it is checked, as a form makes it. */
export type PresenceChange = z.input<typeof ChangePresence>;
