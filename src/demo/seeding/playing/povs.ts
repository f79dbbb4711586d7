import type { Pov } from "@/domain/pov/pov";
import type { SeededContact, SeededRep } from "../founding/structure";
import type { Desk } from "./desk";

/** The point of view of a rep of the demo. */
export function povOfRep({ structure }: Desk, { id, demo, teamIds }: SeededRep): Pov {
  const organizationId = structure.organization.id;
  return {
    partyId: id,
    organizationId,
    kind: "member",
    groupIds: [...teamIds, organizationId],
    supervisedTeamIds: demo.role === "supervisor" ? teamIds : [],
    memberView: structure.organization.member_view,
  };
}

/** The point of view of a customer of the demo. */
export function povOfContact({ structure }: Desk, { id }: SeededContact): Pov {
  return {
    partyId: id,
    organizationId: structure.organization.id,
    kind: "external",
    groupIds: [],
    supervisedTeamIds: [],
    memberView: "participants",
  };
}
