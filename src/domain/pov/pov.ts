/** What members of an organization may see beyond what they take part in (P6). Customers never see more than that. */
export type MemberView = "participants" | "team_customer_facing" | "organization_customer_facing" | "everything";

/**
 * A point of view: a party, its present groups, and what roles and rules grant it. It is loaded afresh for each use.
 */
export type Pov = {
  readonly partyId: string;
  readonly organizationId: string;
  readonly kind: "member" | "external";
  /** The party's present teams and, for a member, the organization, which holds requests that wait without a team. */
  readonly groupIds: readonly string[];
  /** The teams that the party supervises (P5). */
  readonly supervisedTeamIds: readonly string[];
  readonly memberView: MemberView;
};
