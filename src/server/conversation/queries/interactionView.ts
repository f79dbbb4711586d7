import type { UnverifiedId } from "@/contract/inputs/unverifiedId";
import type { InteractionView } from "@/contract/views/repViews";
import { DomainError } from "@/domain/errors";
import type { Pov } from "@/domain/pov/pov";
import type { Deps } from "../../deps";
import { idToLookUp } from "../../pov/idToLookUp";
import { presentPosition } from "../../pov/presentPosition";
import { interactionViews } from "./interactionViews";

/** One interaction as `pov` sees it. @throws DomainError `not_found` if it is missing or hidden */
export async function interactionView(
  pov: Pov,
  interactionId: UnverifiedId<"interaction">,
  deps: Deps,
): Promise<InteractionView & { asOf: string }> {
  const asOf = await presentPosition(pov, deps);
  const [view] = await interactionViews(pov, { interactionIds: [idToLookUp(interactionId)] }, deps);
  if (!view) throw new DomainError("not_found");
  return { ...view, asOf };
}
