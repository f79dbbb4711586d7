import type { TryText } from "@/contract/inputs/classifier";
import type { TriedTextView } from "@/contract/views/classifierViews";
import { requestText } from "@/domain/classifier/text/requestText";
import { DomainError } from "@/domain/errors";
import type { Pov } from "@/domain/pov/pov";
import { classifyRequest } from "@/domain/routing/category/classifyRequest";
import type { Deps } from "../../deps";
import { classificationView } from "./classificationView";

/**
 * Classifies any text as if it were a request. Nothing is stored.
 *
 * @throws DomainError `no_model` if the organization has no model yet
 */
export async function tryText({ organizationId }: Pov, { text }: TryText, deps: Deps): Promise<TriedTextView> {
  const live = await deps.classifiers.upToDate(organizationId);
  if (live === null) throw new DomainError("no_model");
  const configuration = await deps.configurations.of(organizationId);
  const said = classifyRequest(live.model, requestText({ subject: null, message: text }), configuration.routing);
  const view = classificationView(said ?? { isDecided: false, ranked: [], because: [] }, configuration);
  return { ...view, sureness: said?.sureness ?? 0 };
}
