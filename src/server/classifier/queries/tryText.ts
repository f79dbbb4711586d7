import type { TryText } from "@/contract/inputs/classifier";
import type { TriedTextView } from "@/contract/views/classifierViews";
import { requestText } from "@/domain/classifier/text/requestText";
import { DomainError } from "@/domain/errors";
import type { Pov } from "@/domain/pov/pov";
import { classifyRequest } from "@/domain/routing/category/classifyRequest";
import type { Deps } from "../../deps";
import { classificationView } from "./classificationView";

/**
 * What the classifier says of any text, as it would of a request. Nothing of it is kept.
 *
 * @throws DomainError `no_model` while there is none
 */
export async function tryText({ organizationId }: Pov, { text }: TryText, deps: Deps): Promise<TriedTextView> {
  const live = await deps.classifiers.upToDate(organizationId);
  if (live === null) throw new DomainError("no_model");
  const configuration = await deps.configurations.of(organizationId);
  const said = classifyRequest(live.model, requestText({ subject: null, message: text }), configuration.routing);
  const view = classificationView(said ?? { isDecided: false, ranked: [], because: [] }, configuration);
  return { ...view, sureness: said?.sureness ?? 0 };
}
