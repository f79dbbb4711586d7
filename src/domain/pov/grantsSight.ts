import type { Pov } from "./pov";

/** What is looked at, as far as a role or a rule can grant its sight. `teamId` is null without a request. */
export type GrantedSight = {
  readonly organizationId: string;
  readonly audience: "customer" | "internal";
  readonly teamId: string | null;
};

/** Whether a role (P5) or the organization's rule (P6) lets one of its own members see this. Never true for others. */
export function grantsSight(pov: Pov, of: GrantedSight): boolean {
  if (pov.kind !== "member" || pov.organizationId !== of.organizationId) return false;
  if (of.teamId !== null && pov.supervisedTeamIds.includes(of.teamId)) return true;
  switch (pov.memberView) {
    case "participants":
      return false;
    case "team_customer_facing":
      return of.audience === "customer" && of.teamId !== null && pov.groupIds.includes(of.teamId);
    case "organization_customer_facing":
      return of.audience === "customer";
    case "everything":
      return true;
  }
}
