import { asksForRating } from "@/domain/request/askForRating";
import { labelOf } from "../../classifier/changes/labelOf";
import { ratingPost } from "../../conversation/changes/housePost";
import type { Deps } from "../../deps";
import type { PartOfChanges } from "../../writer/changes";
import { composePart } from "../../writer/composeChanges";
import type { LoadedRequest } from "../load/loadRequest";
import { drainTimer, releaseOf } from "./responderChanges";

/**
 * What completing a request changes besides its state: its rep has room again and looks for work, the time it took
 * counts for their pace (R13), the customer is asked to rate it (R15), and the category of an answered request is
 * confirmed (R6).
 */
export async function closingChanges(loaded: LoadedRequest, byId: string, deps: Deps): Promise<PartOfChanges> {
  const { request, sequence, interaction, configuration } = loaded;
  const now = deps.clock.now();
  const repId = request.assigned_to_id;
  const wasAnswered = request.last_reply_at !== null;
  const categoryId = sequence.category_id;
  return composePart(
    releaseOf(loaded),
    repId === null ? {} : { timers: [drainTimer(repId, now)] },
    repId !== null && categoryId !== null && request.picked_up_at !== null
      ? {
          pace: [
            {
              rep_id: repId,
              category_id: categoryId,
              organization_id: request.organization_id,
              closed_count: 1,
              total_ms: now.getTime() - request.picked_up_at.getTime(),
            },
          ],
        }
      : {},
    wasAnswered && categoryId !== null ? await labelOf(loaded, { categoryId, source: "routing", byId }, deps) : {},
    asksForRating({ lastReplyAt: request.last_reply_at })
      ? {
          rating: [
            {
              sequence_id: request.sequence_id,
              organization_id: request.organization_id,
              contact_id: request.contact_id,
              rep_id: repId,
              team_id: request.team_id,
              asked_at: now,
            },
          ],
          posts: [ratingPost(request.sequence_id, { id: deps.newId(), interactionId: interaction.id, configuration })],
        }
      : {},
  );
}
