import type { CategoryView, DirectoryEntry } from "@/contract/views/organizationViews";
import type { Pov } from "@/domain/pov/pov";
import type { Availability } from "@/domain/routing/availability";
import { isOpenAt, nextOpeningAtMs } from "@/domain/sla/hours/openHours";
import type { Deps } from "../../deps";

const FOUND_MAX = 20;

type RepRow = {
  id: string;
  name: string;
  teamIds: string[];
  teamNames: string[];
  availability: Availability;
  used: number;
  capacity: number;
};

const REPS = `
  select p.id, p.name, l.availability, l.used, l.capacity,
    coalesce((select array_agg(m.team_id order by t.name) from team_member m join party t on t.id = m.team_id
      where m.rep_id = p.id and m.until_at is null), '{}') as "teamIds",
    coalesce((select array_agg(t.name order by t.name) from team_member m join party t on t.id = m.team_id
      where m.rep_id = p.id and m.until_at is null), '{}') as "teamNames"
  from party p join rep_load l on l.rep_id = p.id
  where p.organization_id = $1 and p.kind = 'rep' and p.deactivated_at is null
  order by p.name, p.id limit 500`;

/** The reps of one's organization, for hand-overs. */
export async function directoryReps(pov: Pov, { pool }: Deps): Promise<Omit<RepRow, "teamNames">[]> {
  const { rows } = await pool.query<RepRow>({ name: "directory_reps", text: REPS, values: [pov.organizationId] });
  return rows.map(({ teamNames: _, ...rep }) => rep);
}

/** The teams of one's organization. */
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
 * Whom one may bring into a backchannel: teams by their own name or that of a category they answer for, and reps by
 * name (O3). Those who are at work come first.
 */
export async function directorySearch(pov: Pov, text: string, deps: Deps): Promise<DirectoryEntry[]> {
  const { teams, categories } = await deps.configurations.of(pov.organizationId);
  const { rows: reps } = await deps.pool.query<RepRow>({
    name: "directory_reps",
    text: REPS,
    values: [pov.organizationId],
  });
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
