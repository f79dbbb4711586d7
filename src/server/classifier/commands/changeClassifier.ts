import { sql } from "kysely";
import type { RollBack, SetTarget } from "@/contract/inputs/classifier";
import { DomainError } from "@/domain/errors";
import type { Pov } from "@/domain/pov/pov";
import type { Transaction } from "../../db/transact";
import type { Deps } from "../../deps";
import { recordAct } from "../../organization/commands/recordAct";
import { changeConfiguration } from "../../settings/commands/changeConfiguration";
import { fitStanding, mayFit } from "../load/fitDue";
import { TARGET_SET } from "../queries/classifierQuality";
import { beginFit } from "./beginFit";

/**
 * Sets how often decisions should be right. The threshold of the present model was chosen for another share, so this
 * begins a fit, which chooses a new one.
 */
export async function setTarget(pov: Pov, { targetPrecision }: SetTarget, deps: Deps): Promise<void> {
  await changeConfiguration(pov, (tx) => writeTarget(pov.organizationId, targetPrecision, tx), deps);
  const standing = await fitStanding(pov.organizationId, deps);
  if (standing.hasLive && mayFit(standing))
    await beginFit({ organizationId: pov.organizationId, reason: "new_target", askedById: pov.partyId }, deps);
}

async function writeTarget(organizationId: string, targetPrecision: number, { prisma }: Transaction) {
  await prisma.classifier.upsert({
    where: { organization_id: organizationId },
    create: { organization_id: organizationId, target_precision: targetPrecision },
    update: { target_precision: targetPrecision, stamp: { increment: 1 } },
  });
  const act = { verb: TARGET_SET, objectKind: "classifier", facts: { targetPrecision } } as const;
  return { act, result: undefined };
}

/**
 * Begins a fit by hand. If one is under way already, its version is the answer.
 *
 * @throws DomainError `too_few_examples`
 */
export async function fitByHand(pov: Pov, deps: Deps): Promise<{ version: number }> {
  const standing = await fitStanding(pov.organizationId, deps);
  if (!mayFit(standing)) throw new DomainError("too_few_examples", { examples: standing.examples });
  const asked = { organizationId: pov.organizationId, reason: "by_hand" as const, askedById: pov.partyId };
  return deps.transact(async (tx) => {
    const within = { ...deps, ...tx };
    const version = await beginFit(asked, within);
    await recordAct(pov, { verb: "classifier_fit_asked", objectKind: "classifier", facts: { version } }, within);
    return { version };
  });
}

/**
 * Puts an earlier version back in use, as a new version that goes on learning. A fit that is under way is given up,
 * because it would soon replace the chosen version.
 *
 * @throws DomainError `not_found` if there is no such version, or if its weights are not kept any more
 */
export async function rollBack(pov: Pov, { version }: RollBack, deps: Deps): Promise<void> {
  await deps.transact(async (tx) => {
    const { rows } = await sql<{ restored: number | null }>`
      select restore_model(${pov.organizationId}, ${version}, ${deps.newId()}, ${pov.partyId}, ${deps.clock.now()})
        as restored`.execute(tx.db);
    const restored = rows[0]?.restored ?? null;
    if (restored === null) throw new DomainError("not_found");
    const facts = { version, as: restored };
    await recordAct(pov, { verb: "classifier_rolled_back", objectKind: "classifier", facts }, { ...deps, ...tx });
  });
  deps.classifiers.look(pov.organizationId);
}
