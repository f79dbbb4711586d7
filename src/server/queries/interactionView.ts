import { DomainError } from "@/domain/errors";
import type { Pov } from "@/domain/pov/pov";
import type { InteractionView } from "@/domain/views/repViews";
import type { Deps } from "../deps";
import { interactionViews } from "./interactionViews";
import { presentPosition } from "./presentPosition";
import { idToLookUp, type UnverifiedId } from "./unverifiedId";

/** One interaction as `pov` sees it. @throws DomainError `not_found`: not there and not yours are one answer */
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
