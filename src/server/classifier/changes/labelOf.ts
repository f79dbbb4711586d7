import { requestText } from "@/domain/classifier/text/requestText";
import { loadFirstWords } from "../../conversation/load/firstWords";
import type { Deps } from "../../deps";
import type { LoadedRequest } from "../../request/load/loadRequest";
import type { Label, PartOfChanges } from "../../writer/changes";
import { composePart } from "../../writer/composeChanges";

/** The weight of a label by its source. A customer knows what they want, but not our categories. */
const WEIGHTS: Record<Label["source"], number> = { rep: 1, routing: 1, customer: 0.5 };

type Known = { categoryId: string | null; source: Label["source"]; byId: string | null };

/**
 * Records that somebody knows the right category of a request. The classifier learns from it, and its own answer is
 * measured by it.
 */
export async function labelOf(
  { request }: LoadedRequest,
  { categoryId, source, byId }: Known,
  deps: Deps,
): Promise<PartOfChanges> {
  const message = categoryId === null ? "" : await loadFirstWords(request.interaction_id, deps);
  return composePart({
    label: [
      {
        organization_id: request.organization_id,
        sequence_id: request.sequence_id,
        category_id: categoryId,
        text: requestText({ subject: null, message }),
        source,
        weight: WEIGHTS[source],
        contact_id: request.contact_id,
        by_id: byId,
      },
    ],
  });
}
