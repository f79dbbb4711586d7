import { z } from "zod";
import { DomainError } from "@/domain/errors";
import { optionalText } from "@/domain/text/inputText";
import type { Deps } from "../../deps";
import { sequenceEntries } from "../../request/changes/sequenceEntries";
import { loadRequest } from "../../request/load/loadRequest";
import { commit } from "../../writer/commit";

export const COMMENT_LENGTH_MAX = 2_000;
/** How long a rating can be given or changed. */
const RATING_OPEN_MS = 7 * 86_400_000;

export const RateRequest = z.object({
  sequenceId: z.uuid(),
  score: z.int().min(1).max(5),
  comment: optionalText(COMMENT_LENGTH_MAX).nullable(),
});
export type RateRequest = z.infer<typeof RateRequest>;

/** Stores a customer's rating of a completed request (R15); it can be changed for seven days. @throws DomainError `nothing_to_rate` */
export async function rateRequest(contactId: string, input: RateRequest, deps: Deps): Promise<void> {
  const loaded = await loadRequest(input.sequenceId, deps);
  const now = deps.clock.now();
  const rating = await deps.db
    .selectFrom("rating")
    .select("asked_at")
    .where("sequence_id", "=", input.sequenceId)
    .where("contact_id", "=", contactId)
    .executeTakeFirst();
  if (!loaded || !rating || now.getTime() - rating.asked_at.getTime() > RATING_OPEN_MS) {
    throw new DomainError("nothing_to_rate");
  }
  await commit(
    {
      at: now,
      organizationId: loaded.request.organization_id,
      rate: [{ sequence_id: input.sequenceId, contact_id: contactId, score: input.score, comment: input.comment }],
      entries: sequenceEntries(loaded),
    },
    deps,
  );
}
