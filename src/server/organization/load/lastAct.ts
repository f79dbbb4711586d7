import type { SettingChange } from "@/contract/views/settingsViews";
import type { Pov } from "@/domain/pov/pov";
import type { Deps } from "../../deps";

/** Who last did such an act, and when, by the audit; null if nobody ever did. */
export async function lastAct(
  { organizationId }: Pick<Pov, "organizationId">,
  { objectKind, verb }: { objectKind: string; verb: string },
  { prisma }: Pick<Deps, "prisma">,
): Promise<SettingChange | null> {
  const act = await prisma.auditEntry.findFirst({
    where: { organization_id: organizationId, object_kind: objectKind, verb },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: { at: true, actor: { select: { name: true } } },
  });
  return act && { byName: act.actor.name, at: act.at };
}
