import type { MeView } from "@/contract/views/organizationViews";
import type { Viewer } from "../../auth/viewers";
import type { Deps } from "../../deps";
import { presentPosition } from "../../pov/presentPosition";
import { administratorNotices } from "./administratorNotices";

/** Who the viewer is, and the position from which their stream continues. */
export async function meView(viewer: Viewer, deps: Deps): Promise<MeView> {
  const { pov } = viewer;
  const asOf = await presentPosition(pov, deps);
  const [person, load, { organization, teams }, notices] = await Promise.all([
    deps.db
      .selectFrom("rep")
      .innerJoin("party", "party.id", "rep.party_id")
      .innerJoin("app_user", "app_user.id", "rep.user_id")
      .select(["party.name", "rep.public_name", "app_user.theme"])
      .where("rep.party_id", "=", pov.partyId)
      .executeTakeFirstOrThrow(),
    deps.repLoads(pov.partyId),
    deps.configurations.of(pov.organizationId),
    administratorNotices(viewer, deps),
  ]);
  if (load === null) throw new Error("every rep has a load");
  const ownTeams = pov.groupIds.flatMap((id) => teams.get(id) ?? []);
  return {
    partyId: pov.partyId,
    name: person.name,
    email: viewer.email,
    publicName: person.public_name,
    role: viewer.role,
    theme: person.theme === "light" || person.theme === "dark" ? person.theme : "system",
    organization: {
      id: organization.id,
      name: organization.name,
      aliasName: organization.alias_name,
      showsPublicNames: organization.shows_reps_as === "public_name",
      timeZone: organization.time_zone,
    },
    teams: ownTeams.map(({ party_id, name, is_specialist }) => ({
      id: party_id,
      name,
      isSupervisor: pov.supervisedTeamIds.includes(party_id),
      isSpecialist: is_specialist,
    })),
    mayWatchBoard: pov.supervisedTeamIds.length > 0,
    availability: load.availability,
    load: { used: load.used, capacity: load.capacity },
    absence: load.absence,
    notices,
    serverTime: deps.clock.now(),
    asOf,
  };
}
