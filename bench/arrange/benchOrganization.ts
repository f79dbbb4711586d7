import { hash } from "@node-rs/argon2";
import { ALWAYS_OPEN } from "@/domain/sla/hours/calendar";
import type { Database } from "@/server/db/database";
import { newId } from "@/server/db/newId";

/** The size of the organization. */
export interface OrganizationSize {
  readonly reps: number;
  readonly teams: number;
  /** The requests that a rep may hold at once. */
  readonly capacity: number;
  /** The reps of this many first teams are on duty. In the other teams requests wait. */
  readonly teamsAtWork: number;
}

/** An organization with teams, reps, categories, SLA policies and a widget, but without conversations. */
export interface BenchOrganization {
  readonly id: string;
  readonly widgetKey: string;
  readonly teamIds: readonly string[];
  /** One category per team, in the order of the teams. A request whose text has the word `topic<n>` goes to team n. */
  readonly categoryIds: readonly string[];
  readonly reps: readonly { id: string; email: string; teamId: string }[];
  readonly supervisor: { readonly id: string; readonly email: string };
  readonly password: string;
}

const PASSWORD = "figures-of-the-bench-1";
const ARGON2ID = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const MINUTE_MS = 60_000;

/** Inserts the settings of an organization directly into an empty database. */
export async function makeBenchOrganization(db: Database, size: OrganizationSize): Promise<BenchOrganization> {
  const at = new Date();
  const id = newId();
  const teamIds = Array.from({ length: size.teams }, newId);
  const categoryIds = Array.from({ length: size.teams }, newId);
  const reps = Array.from({ length: size.reps }, (_, index) => ({
    id: newId(),
    email: `rep${index}@bench.example`,
    teamId: teamIds[index % size.teams] ?? "",
  }));
  const supervisor = { id: newId(), email: "supervisor@bench.example" };
  const organization = { id, widgetKey: "pk_bench", teamIds, categoryIds, reps, supervisor, password: PASSWORD };
  await insertOrganization(db, organization, at);
  const policyId = await insertPromises(db, organization, at);
  await insertTeams(db, organization, policyId, at);
  await insertPeople(db, organization, size, at);
  return organization;
}

async function insertOrganization(db: Database, { id, widgetKey }: BenchOrganization, at: Date): Promise<void> {
  const name = "Bench Desk";
  await db
    .insertInto("organization")
    .values({ id, slug: "bench", name, alias_name: name, time_zone: "UTC", created_at: at })
    .execute();
  await db
    .insertInto("party")
    .values({ id, organization_id: id, kind: "organization", name, created_at: at })
    .execute();
  await db
    .insertInto("widget")
    .values({
      id: newId(),
      organization_id: id,
      key: widgetKey,
      title: name,
      greeting: "Hello",
      accent: "#0f5c7a",
      created_at: at,
    })
    .execute();
}

/** @returns the id of the default policy */
async function insertPromises(db: Database, { id }: BenchOrganization, at: Date): Promise<string> {
  const policyId = newId();
  await db
    .insertInto("sla_policy")
    .values({ id: policyId, organization_id: id, name: "Standard", is_default: true, created_at: at })
    .execute();
  const budgets = { pick_up: 15 * MINUTE_MS, first_reply: 45 * MINUTE_MS, status_update: 120 * MINUTE_MS } as const;
  await db
    .insertInto("sla_target")
    .values(
      Object.entries(budgets).map(([metric, budget_ms]) => ({
        id: newId(),
        organization_id: id,
        sla_policy_id: policyId,
        metric: metric as keyof typeof budgets,
        budget_ms,
      })),
    )
    .execute();
  return policyId;
}

async function insertTeams(db: Database, organization: BenchOrganization, policyId: string, at: Date): Promise<void> {
  const { id, teamIds, categoryIds } = organization;
  const calendarId = newId();
  await db
    .insertInto("calendar")
    .values({ id: calendarId, organization_id: id, name: "Always", created_at: at })
    .execute();
  await db
    .insertInto("calendar_version")
    .values({
      id: newId(),
      organization_id: id,
      calendar_id: calendarId,
      version: 1,
      hours: JSON.stringify(ALWAYS_OPEN),
      created_at: at,
    })
    .execute();
  for (const [index, teamId] of teamIds.entries()) {
    const party = { id: teamId, organization_id: id, kind: "team" as const, name: `Team ${index}`, created_at: at };
    await db.insertInto("party").values(party).execute();
    await db.insertInto("team").values({ party_id: teamId, organization_id: id, calendar_id: calendarId }).execute();
    await db
      .insertInto("category")
      .values({
        id: categoryIds[index] ?? newId(),
        organization_id: id,
        name: `Category ${index}`,
        team_id: teamId,
        sla_policy_id: policyId,
        keywords: [`topic${index}`, `matter${index}`, `question about ${index}`, `number ${index}`],
        sort_order: index,
      })
      .execute();
  }
}

async function insertPeople(
  db: Database,
  organization: BenchOrganization,
  size: OrganizationSize,
  at: Date,
): Promise<void> {
  const { id, teamIds, reps, supervisor } = organization;
  const passwordHash = await hash(PASSWORD, ARGON2ID);
  const atWork = new Set(teamIds.slice(0, size.teamsAtWork));
  const people = [
    ...reps.map((rep) => ({ ...rep, teamIds: [rep.teamId], role: "rep" as const })),
    { ...supervisor, teamIds, role: "supervisor" as const },
  ];
  for (const person of people) {
    const isAtWork = person.role === "rep" && person.teamIds.some((teamId) => atWork.has(teamId));
    const userId = newId();
    const name = person.email.split("@")[0] ?? "";
    await db
      .insertInto("app_user")
      .values({ id: userId, email: person.email, name, password_hash: passwordHash, created_at: at })
      .execute();
    await db
      .insertInto("party")
      .values({ id: person.id, organization_id: id, kind: "rep", name, created_at: at })
      .execute();
    await db
      .insertInto("rep")
      .values({ party_id: person.id, organization_id: id, user_id: userId, role: person.role, public_name: name })
      .execute();
    await db
      .insertInto("rep_load")
      .values({
        rep_id: person.id,
        organization_id: id,
        availability: isAtWork ? "available" : "offline",
        availability_since: at,
        capacity: size.capacity,
      })
      .execute();
    await db
      .insertInto("team_member")
      .values(
        person.teamIds.map((team_id) => ({
          id: newId(),
          organization_id: id,
          team_id,
          rep_id: person.id,
          is_supervisor: person.role === "supervisor",
          from_at: at,
        })),
      )
      .execute();
  }
}
