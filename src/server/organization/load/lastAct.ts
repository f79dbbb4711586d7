import type { SettingChange } from "@/contract/views/classifierViews";
import type { Pov } from "@/domain/pov/pov";
import type { Deps } from "../../deps";

/** Who did something to the classifier last, and when, as the audit has it; null where nobody ever did. */
export async function lastAct(
  { organizationId }: Pick<Pov, "organizationId">,
  verb: string,
  { db }: Pick<Deps, "db">,
): Promise<SettingChange | null> {
  const act = await db
    .selectFrom("audit_entry")
    .innerJoin("party", "party.id", "audit_entry.actor_id")
    .select(["party.name as byName", "audit_entry.at"])
    .where("audit_entry.organization_id", "=", organizationId)
    .where("audit_entry.object_kind", "=", "classifier")
    .where("audit_entry.verb", "=", verb)
    .orderBy("audit_entry.at", "desc")
    .orderBy("audit_entry.id", "desc")
    .limit(1)
    .executeTakeFirst();
  return act ?? null;
}
