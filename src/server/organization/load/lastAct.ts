import type { SettingChange } from "@/contract/views/classifierViews";
import type { Pov } from "@/domain/pov/pov";
import type { Deps } from "../../deps";

/** Who last did this to the classifier, and when, by the audit; null if nobody ever did. */
export async function lastAct(
  { organizationId }: Pick<Pov, "organizationId">,
  verb: string,
  { prisma }: Pick<Deps, "prisma">,
): Promise<SettingChange | null> {
  const act = await prisma.auditEntry.findFirst({
    where: { organization_id: organizationId, object_kind: "classifier", verb },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: { at: true, actor: { select: { name: true } } },
  });
  return act && { byName: act.actor.name, at: act.at };
}
