import type { AdministratorNotice } from "@/contract/views/organizationViews";
import type { Viewer } from "../../auth/viewers";
import { raiseOf } from "../../classifier/queries/classifierQuality";
import type { Deps } from "../../deps";

/** What an administrator should know now. Everybody else gets an empty list. */
export async function administratorNotices(
  { role, pov }: Pick<Viewer, "role" | "pov">,
  { prisma }: Pick<Deps, "prisma">,
): Promise<AdministratorNotice[]> {
  if (role !== "administrator") return [];
  const settings = await prisma.classifier.findUnique({
    where: { organization_id: pov.organizationId },
    select: { raised_at: true, raised_precision: true, raised_from: true, raised_to: true },
  });
  const raised = raiseOf(settings);
  return raised === null ? [] : [{ code: "classifier_threshold_raised", ...raised }];
}
