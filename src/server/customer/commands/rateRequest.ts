import type { RateRequest } from "@/contract/inputs/customer";
import { DomainError } from "@/domain/errors";
import { isRatingOpen } from "@/domain/request/askForRating";
import type { Deps } from "../../deps";
import { sequenceEntries } from "../../request/changes/sequenceEntries";
import { loadRequest } from "../../request/load/loadRequest";
import { commit } from "../../writer/commit";
import { composeChanges } from "../../writer/composeChanges";

/** The input, with the sequence that its `ratingId` names. */
type Rating = Pick<RateRequest, "score"> & { sequenceId: string; comment: string | null };

/**
 * Stores a customer's rating of a completed request (R15). They can change it for seven days.
 *
 * @throws DomainError `nothing_to_rate`
 */
export async function rateRequest(contactId: string, input: Rating, deps: Deps): Promise<void> {
  const loaded = await loadRequest(input.sequenceId, deps);
  const now = deps.clock.now();
  const rating = await deps.db
    .selectFrom("rating")
    .select("asked_at")
    .where("sequence_id", "=", input.sequenceId)
    .where("contact_id", "=", contactId)
    .executeTakeFirst();
  if (!loaded || !rating || !isRatingOpen(rating.asked_at, now)) {
    throw new DomainError("nothing_to_rate");
  }
  await commit(
    composeChanges(
      { at: now, organizationId: loaded.request.organization_id },
      {
        rate: [{ sequence_id: input.sequenceId, contact_id: contactId, score: input.score, comment: input.comment }],
        entries: sequenceEntries(loaded),
      },
    ),
    deps,
  );
}
