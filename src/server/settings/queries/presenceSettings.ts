import { z } from "zod";
import type { PresenceView } from "@/contract/views/settingsViews";
import type { Pov } from "@/domain/pov/pov";
import { ON_ABSENCE } from "@/domain/routing/onAbsence";
import { onDuty } from "../../availability/onDuty";
import type { Deps } from "../../deps";
import { lastAct } from "../../organization/load/lastAct";

/** The verb of the act in the audit. */
export const PRESENCE_CHANGED = "presence_changed";

/** When the organization's reps become away by themselves, the rule of each team for that, and who is on duty now. */
export async function presenceSettings(pov: Pov, deps: Deps): Promise<PresenceView> {
  const [settings, changed, duty] = await Promise.all([
    storedPresence(pov.organizationId, deps),
    lastAct(pov, { objectKind: "organization", verb: PRESENCE_CHANGED }, deps),
    onDuty(pov, deps),
  ]);
  return { ...settings, changed, ...duty };
}

/** The settings as they are stored; teams by name. */
export async function storedPresence(
  organizationId: string,
  { prisma }: Pick<Deps, "prisma">,
): Promise<Pick<PresenceView, "unseenAwayAfterMs" | "teams">> {
  const { unseen_away_after_ms } = await prisma.organization.findUniqueOrThrow({
    where: { id: organizationId },
    select: { unseen_away_after_ms: true },
  });
  const teams = await prisma.team.findMany({
    where: { organization_id: organizationId, party: { deactivated_at: null } },
    orderBy: [{ party: { name: "asc" } }, { party_id: "asc" }],
    select: { party_id: true, on_absence: true, party: { select: { name: true } } },
  });
  return {
    unseenAwayAfterMs: Number(unseen_away_after_ms),
    teams: teams.map(({ party_id, on_absence, party: { name } }) => ({
      id: party_id,
      name,
      onAbsence: OnAbsenceStored.parse(on_absence),
    })),
  };
}

const OnAbsenceStored = z.enum(ON_ABSENCE);
