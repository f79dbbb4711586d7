import type { Pov } from "@/domain/pov/pov";
import type { Transaction } from "../../db/transact";
import type { Deps } from "../../deps";
import { type Act, recordAct } from "../../organization/commands/recordAct";

/** The answer of a change, and the act for the audit; null where nothing changed. */
export type Changed<Result> = { act: Act | null; result: Result };

/**
 * Changes the configuration of an organization: the change, its audit entry and the next `config_version` are one
 * transaction. Changes of one organization run one after the other, so that each decides on what the one before left.
 * After it every process reads the new configuration (`configurations`).
 *
 * @param change writes through the transaction that it is given, and through nothing else
 */
export function changeConfiguration<Result>(
  by: Pick<Pov, "organizationId" | "partyId">,
  change: (transaction: Transaction) => Promise<Changed<Result>>,
  deps: Deps,
): Promise<Result> {
  const { organizationId } = by;
  return deps.transact(async (tx) => {
    await tx.db.selectFrom("organization").select("id").where("id", "=", organizationId).forNoKeyUpdate().execute();
    const { act, result } = await change(tx);
    if (act === null) return result;
    await recordAct(by, act, { ...deps, ...tx });
    await tx.prisma.organization.update({
      where: { id: organizationId },
      data: { config_version: { increment: 1 } },
      select: { id: true },
    });
    return result;
  });
}
