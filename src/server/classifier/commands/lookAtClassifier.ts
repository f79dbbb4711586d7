import type { Deps } from "../../deps";
import { fitDue, fitStanding } from "../load/fitDue";
import { beginFit } from "./beginFit";
import { type Fitting, fitWaiting } from "./fitWaiting";
import { forgetRemovedExamples } from "./removeExamples";
import { watchPrecision } from "./watchPrecision";

/**
 * Looks after an organization's classifier: whether its decisions were right often enough, and whether a fit is due or
 * waits. Looking too often does no harm. The job queue lets one process look at a time.
 */
export async function lookAtClassifier(organizationId: string, deps: Deps, fitting: Fitting): Promise<void> {
  await watchPrecision(organizationId, deps);
  await forgetRemovedExamples(organizationId, deps);
  const reason = fitDue(await fitStanding(organizationId, deps));
  if (reason !== null) await beginFit({ organizationId, reason, askedById: null }, deps);
  await fitWaiting(organizationId, deps, fitting);
}

/** The regular sweep: makes a look due for every organization that has a classifier. */
export async function lookAtClassifiers({ pool, clock }: Deps): Promise<void> {
  await pool.query("select look_at_classifier(organization_id, $1) from classifier", [clock.now()]);
}
