import type { AdministratorNotice } from "@/contract/views/repViews";
import type { Viewer } from "../../auth/viewers";
import { raiseOf } from "../../classifier/queries/classifierQuality";
import type { Deps } from "../../deps";

/** What an administrator should know now; nothing for everybody else. */
export async function administratorNotices(
  { role, pov }: Pick<Viewer, "role" | "pov">,
  { db }: Pick<Deps, "db">,
): Promise<AdministratorNotice[]> {
  if (role !== "administrator") return [];
  const settings = await db
    .selectFrom("classifier")
    .select(["raised_at", "raised_precision", "raised_from", "raised_to"])
    .where("organization_id", "=", pov.organizationId)
    .executeTakeFirst();
  const raised = raiseOf(settings);
  return raised === null ? [] : [{ code: "classifier_threshold_raised", ...raised }];
}
