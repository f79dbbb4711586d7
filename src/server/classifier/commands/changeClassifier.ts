import type { RollBack, SetTarget } from "@/contract/inputs/classifier";
import { DomainError } from "@/domain/errors";
import type { Pov } from "@/domain/pov/pov";
import type { Deps } from "../../deps";
import { recordAct } from "../../organization/commands/recordAct";
import { fitStanding, mayFit } from "../load/fitDue";
import { TARGET_SET } from "../queries/classifierQuality";
import { beginFit } from "./beginFit";

/**
 * Sets how often decisions shall be right. The threshold of the model in use was chosen for another share, so a fit
 * that chooses one anew begins.
 */
export async function setTarget(pov: Pov, { targetPrecision }: SetTarget, deps: Deps): Promise<void> {
  await deps.pool.query(
    `insert into classifier (organization_id, target_precision) values ($1, $2)
     on conflict (organization_id) do update set target_precision = excluded.target_precision, stamp = classifier.stamp + 1`,
    [pov.organizationId, targetPrecision],
  );
  await recordAct(pov, TARGET_SET, { targetPrecision }, deps);
  const standing = await fitStanding(pov.organizationId, deps);
  if (standing.hasLive && mayFit(standing))
    await beginFit({ organizationId: pov.organizationId, reason: "new_target", askedById: pov.partyId }, deps);
}

/**
 * Begins a fit by hand; one that is under way already is the answer.
 *
 * @throws DomainError `too_few_examples`
 */
export async function fitByHand(pov: Pov, deps: Deps): Promise<{ version: number }> {
  const standing = await fitStanding(pov.organizationId, deps);
  if (!mayFit(standing)) throw new DomainError("too_few_examples", { examples: standing.examples });
  const asked = { organizationId: pov.organizationId, reason: "by_hand" as const, askedById: pov.partyId };
  const version = await beginFit(asked, deps);
  await recordAct(pov, "classifier_fit_asked", { version }, deps);
  return { version };
}

/**
 * Puts an earlier version back in use, as a version of its own that learns what comes from now on. A fit under way is
 * given up: it would soon replace what was chosen.
 *
 * @throws DomainError `not_found` for a version that is not there, or whose weights are not kept any more
 */
export async function rollBack(pov: Pov, { version }: RollBack, deps: Deps): Promise<void> {
  const now = deps.clock.now();
  const { rows } = await deps.pool.query<{ restored: number | null }>(
    "select restore_model($1, $2, $3, $4, $5) as restored",
    [pov.organizationId, version, deps.newId(), pov.partyId, now],
  );
  const restored = rows[0]?.restored ?? null;
  if (restored === null) throw new DomainError("not_found");
  deps.classifiers.look(pov.organizationId);
  await recordAct(pov, "classifier_rolled_back", { version, as: restored }, deps);
}
