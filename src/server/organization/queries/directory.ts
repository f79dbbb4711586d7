import type { CategoryView, DirectoryEntry } from "@/contract/views/organizationViews";
import type { Pov } from "@/domain/pov/pov";
import type { Availability } from "@/domain/routing/availability";
import { isOpenAt, nextOpeningAtMs } from "@/domain/sla/hours/openHours";
import type { Deps } from "../../deps";

const FOUND_MAX = 20;
const REPS_MAX = 500;

type RepRow = {
  id: string;
  name: string;
  teamIds: string[];
  teamNames: string[];
  availability: Availability;
  used: number;
  capacity: number;
};

/** The reps of the viewer's organization, for hand-overs. */
export async function directoryReps(pov: Pov, deps: Deps): Promise<Omit<RepRow, "teamNames">[]> {
  return (await repRows(pov, deps)).map(({ teamNames: _, ...rep }) => rep);
}

/** The reps of an organization by name, each with their teams by name, and with their load, which every rep has. */
async function repRows({ organizationId }: Pov, { prisma, db }: Deps): Promise<RepRow[]> {
  const [reps, loads] = await Promise.all([
    prisma.rep.findMany({
      where: { organization_id: organizationId, party: { deactivated_at: null } },
      orderBy: [{ party: { name: "asc" } }, { party_id: "asc" }],
      take: REPS_MAX,
      select: {
        party: { select: { id: true, name: true } },
        memberships: {
          where: { until_at: null },
          orderBy: { team: { party: { name: "asc" } } },
          select: { team: { select: { party: { select: { id: true, name: true } } } } },
        },
      },
    }),
    db
      .selectFrom("rep_load")
      .select(["rep_id", "availability", "used", "capacity"])
      .where("organization_id", "=", organizationId)
      .execute(),
  ]);
  const loadOf = new Map(loads.map(({ rep_id, ...load }) => [rep_id, load]));
  return reps.flatMap(({ party, memberships }) => {
    const teams = memberships.map(({ team }) => team.party);
    const load = loadOf.get(party.id);
    return load
      ? [{ ...party, teamIds: teams.map(({ id }) => id), teamNames: teams.map(({ name }) => name), ...load }]
      : [];
  });
}

/** The teams of the viewer's organization, by name. */
export async function directoryTeams(
  pov: Pov,
  deps: Deps,
): Promise<{ id: string; name: string; isSpecialist: boolean }[]> {
  const { teams } = await deps.configurations.of(pov.organizationId);
  return [...teams.values()]
    .map(({ party_id, name, is_specialist }) => ({ id: party_id, name, isSpecialist: is_specialist }))
    .sort((a, b) => a.name.localeCompare(b.name));
}

/**
 * Finds whom the viewer may bring into a backchannel (O3): teams by their own name or by that of a category that they
 * answer for, and reps by name. Open teams and available reps come before the others of their kind.
 */
export async function directorySearch(pov: Pov, text: string, deps: Deps): Promise<DirectoryEntry[]> {
  const { teams, categories } = await deps.configurations.of(pov.organizationId);
  const reps = await repRows(pov, deps);
  const nowMs = deps.clock.now().getTime();
  const matches = (name: string) => name.toLocaleLowerCase().includes(text.trim().toLocaleLowerCase());
  const found: DirectoryEntry[] = [];
  for (const team of teams.values()) {
    const ofTeam = [...categories.values()].filter(({ team_id }) => team_id === team.party_id);
    if (!matches(team.name) && !ofTeam.some(({ name }) => matches(name))) continue;
    const opensAtMs = nextOpeningAtMs(team.calendar, nowMs);
    found.push({
      kind: "team",
      id: team.party_id,
      name: team.name,
      availableCount: reps.filter((rep) => rep.availability === "available" && rep.teamIds.includes(team.party_id))
        .length,
      isOpen: isOpenAt(team.calendar, nowMs),
      opensAt: opensAtMs === null || opensAtMs === nowMs ? null : new Date(opensAtMs),
    });
  }
  for (const rep of reps) {
    if (rep.id === pov.partyId || !matches(rep.name)) continue;
    found.push({ kind: "rep", id: rep.id, name: rep.name, teamNames: rep.teamNames, availability: rep.availability });
  }
  return found.sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name)).slice(0, FOUND_MAX);
}

function rank(entry: DirectoryEntry): number {
  if (entry.kind === "team") return entry.isOpen ? 0 : 1;
  return entry.availability === "available" ? 2 : 3;
}

/** The organization's categories in their order (C9). */
export async function categoryList(pov: Pov, deps: Deps): Promise<CategoryView[]> {
  const { categories } = await deps.configurations.of(pov.organizationId);
  return [...categories.values()].map((each) => ({
    id: each.id,
    parentId: each.parent_id,
    name: each.name,
    teamId: each.team_id,
    isRetired: each.retired_at !== null,
  }));
}
