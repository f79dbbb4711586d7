import { requestText } from "@/domain/classifier/text/requestText";
import { classifyRequest, type RequestClassification } from "@/domain/routing/category/classifyRequest";
import type { Deps } from "../../deps";
import type { OrganizationConfiguration } from "../../organization/load/configurations";
import type { PartOfChanges } from "../../writer/changes";
import { composePart } from "../../writer/composeChanges";

/** A classification of a request, and the model that made it. */
export type Classified = { readonly modelId: string; readonly classification: RequestClassification };

type Of = { organizationId: string; classifierStamp: number; configuration: OrganizationConfiguration };

/**
 * Classifies a request without a category by its words (R6). Null if the organization has no model yet, or if the words
 * tell the model nothing. The subject is left out: in a chat it only repeats the beginning of the first message.
 */
export async function classified(
  words: string,
  { organizationId, classifierStamp, configuration }: Of,
  deps: Deps,
): Promise<Classified | null> {
  const live = await deps.classifiers.of(organizationId, classifierStamp);
  if (live === null) return null;
  const text = requestText({ subject: null, message: words });
  const classification = classifyRequest(live.model, text, configuration.routing);
  return classification && { modelId: live.id, classification };
}

/** The row that stores a classification, for those who work on the request and for live precision. */
export function classificationRows(
  said: Classified | null,
  of: { organizationId: string; sequenceId: string; at: Date },
): PartOfChanges {
  if (said === null) return composePart();
  const { ranked, isDecided, sureness, because } = said.classification;
  return composePart({
    classification: [
      {
        sequence_id: of.sequenceId,
        organization_id: of.organizationId,
        model_id: said.modelId,
        likeliest_id: ranked[0].categoryId,
        probability: ranked[0].probability,
        is_decided: isDecided,
        ranked,
        because: [...because],
        at: of.at,
        sureness,
      },
    ],
  });
}
