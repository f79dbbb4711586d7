import type { RepRole } from "@/contract/views/repViews";
import type { MemberView } from "@/domain/pov/pov";
import type { Availability } from "@/domain/routing/availability";
import type { RoutingStrategy } from "@/domain/routing/routingConfiguration";
import type { Calendar } from "@/domain/sla/hours/calendar";
import type { SlaMetric } from "@/domain/sla/slaClock";
import { beginVisit } from "@/server/auth/beginVisit";
import { type Viewer, viewers } from "@/server/auth/viewers";
import type { Deps } from "@/server/deps";

const NOBODYS_PASSWORD = "no hash at all";
const DAY_MS = 86_400_000;

type TeamPlan = {
  calendar?: Calendar;
  queueThresholdPerRep?: number;
  strategy?: RoutingStrategy;
  allowsContinuity?: boolean;
  isSpecialist?: boolean;
  admitsWithoutAsking?: boolean;
};
type CategoryPlan<Team extends string> = {
  team?: Team;
  keywords?: string[];
  isOffered?: boolean;
  isRetired?: boolean;
  /** The name of one of `policies`; null for the parent's policy; the default policy if left out. */
  policy?: string | null;
  /** The name of a category that comes before it in the plan. */
  parent?: string;
};
type RepPlan<Team extends string> = {
  role?: RepRole;
  teams?: Team[];
  supervises?: Team[];
  capacity?: number;
  availability?: Availability;
  passwordHash?: string;
};

export type OrganizationPlan<Team extends string, Category extends string, Rep extends string> = {
  slug?: string;
  teams: Record<Team, TeamPlan>;
  categories: Record<Category, CategoryPlan<NoInfer<Team>>>;
  reps: Record<Rep, RepPlan<NoInfer<Team>>>;
  memberView?: MemberView;
  /** Budgets of the default policy, around the clock. */
  budgetsMs?: Partial<Record<SlaMetric, number>>;
  /** Budgets of further policies by name, in the hours of the request's team or the organization. */
  policies?: Record<string, Partial<Record<SlaMetric, number>>>;
  /** The organization's own hours. */
  calendar?: Calendar;
  allowedOrigins?: string[];
};

/** An organization of a test, under the names that the test gave. */
export type TestOrganization<
  Team extends string = string,
  Category extends string = string,
  Rep extends string = string,
> = {
  readonly id: string;
  readonly widgetKey: string;
  readonly teams: Readonly<Record<Team, string>>;
  readonly categories: Readonly<Record<Category, string>>;
  readonly reps: Readonly<Record<Rep, { id: string; userId: string; sessionId: string; email: string }>>;
  /** A rep's session as the server sees it now. @throws Error if it has ended */
  viewer(rep: Rep): Promise<Viewer>;
  /** Begins the visit of a new visitor of the widget. */
  visitor(): Promise<{ contactId: string; token: string }>;
};

/** Writes the planned organization with its teams, categories, people (each with a session) and widget. */
export async function anOrganization<Team extends string, Category extends string, Rep extends string>(
  plan: OrganizationPlan<Team, Category, Rep>,
  deps: Deps,
): Promise<TestOrganization<Team, Category, Rep>> {
  const slug = plan.slug ?? "org";
  const id = deps.newId();
  const widgetKey = `pk_${slug}`;
  await writeOrganization({ id, slug, widgetKey }, plan, deps);
  const policyId = await writePolicy(id, plan.budgetsMs ?? {}, { isDefault: true }, deps);
  const policies = await eachOf(plan.policies ?? {}, (_name, budgets) =>
    writePolicy(id, budgets, { isDefault: false }, deps),
  );
  if (plan.calendar) await giveHours(id, plan.calendar, deps);
  const teams = await eachOf(plan.teams, (name, team) => writeTeam(id, name, team, deps));
  const written: Record<string, string> = {};
  const categories = await eachOf(plan.categories, async (name, category) => {
    const of = {
      id,
      name,
      policyId:
        category.policy === undefined
          ? policyId
          : category.policy === null
            ? null
            : (policies[category.policy] ?? null),
      teamId: category.team === undefined ? null : teams[category.team],
      parentId: category.parent === undefined ? null : (written[category.parent] ?? null),
    };
    const categoryId = await writeCategory(of, category, deps);
    written[name] = categoryId;
    return categoryId;
  });
  const reps = await eachOf(plan.reps, (name, rep) => writeRep({ id, slug, name, teams }, rep, deps));
  return {
    id,
    widgetKey,
    teams,
    categories,
    reps,
    async viewer(rep) {
      const viewer = await viewers(deps).of(reps[rep].sessionId);
      if (viewer === null) throw new Error(`${rep} is no longer signed in`);
      return viewer;
    },
    visitor: () => beginVisit(widgetKey, deps),
  };
}

async function eachOf<Name extends string, Plan, Written>(
  plans: Record<Name, Plan>,
  write: (name: Name, plan: Plan) => Promise<Written>,
): Promise<Record<Name, Written>> {
  const written: Partial<Record<Name, Written>> = {};
  for (const name of Object.keys(plans) as Name[]) written[name] = await write(name, plans[name]);
  return written as Record<Name, Written>;
}

async function writeOrganization(
  { id, slug, widgetKey }: { id: string; slug: string; widgetKey: string },
  plan: { memberView?: MemberView; allowedOrigins?: string[] },
  { db, clock, newId }: Deps,
): Promise<void> {
  const now = clock.now();
  const of = { organization_id: id, created_at: now };
  await db
    .insertInto("organization")
    .values({
      id,
      slug,
      name: `${slug} inside`,
      alias_name: `${slug} outside`,
      time_zone: "UTC",
      member_view: plan.memberView ?? "participants",
      created_at: now,
    })
    .execute();
  await db
    .insertInto("party")
    .values({ id, ...of, kind: "organization", name: `${slug} inside` })
    .execute();
  await db
    .insertInto("widget")
    .values({
      id: newId(),
      ...of,
      key: widgetKey,
      title: "Help",
      greeting: "Hello",
      accent: "#3355cc",
      allowed_origins: plan.allowedOrigins ?? ["https://shop.example"],
    })
    .execute();
}

async function writePolicy(
  organizationId: string,
  budgetsMs: Partial<Record<SlaMetric, number>>,
  { isDefault }: { isDefault: boolean },
  { db, clock, newId }: Deps,
): Promise<string> {
  const id = newId();
  const of = { organization_id: organizationId };
  await db
    .insertInto("sla_policy")
    .values({ id, ...of, name: "Standard", is_default: isDefault, created_at: clock.now() })
    .execute();
  for (const [metric, budget_ms] of Object.entries(budgetsMs)) {
    await db
      .insertInto("sla_target")
      .values({
        id: newId(),
        ...of,
        sla_policy_id: id,
        metric: metric as SlaMetric,
        budget_ms,
        in_open_hours: !isDefault,
      })
      .execute();
  }
  return id;
}

async function giveHours(organizationId: string, hours: Calendar, deps: Deps): Promise<void> {
  const calendar_id = await writeCalendar(organizationId, hours, deps);
  await deps.db.updateTable("organization").set({ calendar_id }).where("id", "=", organizationId).execute();
}

async function writeTeam(organizationId: string, name: string, plan: TeamPlan, deps: Deps): Promise<string> {
  const id = deps.newId();
  const of = { organization_id: organizationId };
  const calendarId = plan.calendar ? await writeCalendar(organizationId, plan.calendar, deps) : null;
  await deps.db
    .insertInto("party")
    .values({ id, ...of, kind: "team", name, created_at: deps.clock.now() })
    .execute();
  await deps.db
    .insertInto("team")
    .values({
      party_id: id,
      ...of,
      calendar_id: calendarId,
      queue_threshold_per_rep: plan.queueThresholdPerRep ?? null,
      strategy: plan.strategy ?? "continuity_pace_load",
      allows_continuity: plan.allowsContinuity ?? true,
      is_specialist: plan.isSpecialist ?? false,
      admits_without_asking: plan.admitsWithoutAsking ?? false,
    })
    .execute();
  return id;
}

async function writeCalendar(organizationId: string, hours: Calendar, { db, clock, newId }: Deps): Promise<string> {
  const id = newId();
  const of = { organization_id: organizationId, created_at: clock.now() };
  await db
    .insertInto("calendar")
    .values({ id, ...of, name: "Hours" })
    .execute();
  await db
    .insertInto("calendar_version")
    .values({ id: newId(), ...of, calendar_id: id, version: 1, hours: JSON.stringify(hours) })
    .execute();
  return id;
}

async function writeCategory(
  of: { id: string; policyId: string | null; name: string; teamId: string | null; parentId: string | null },
  plan: { keywords?: string[]; isOffered?: boolean; isRetired?: boolean },
  { db, clock, newId }: Deps,
): Promise<string> {
  const id = newId();
  await db
    .insertInto("category")
    .values({
      id,
      organization_id: of.id,
      name: of.name,
      parent_id: of.parentId,
      team_id: of.teamId,
      sla_policy_id: of.policyId,
      keywords: plan.keywords ?? [],
      is_offered: plan.isOffered ?? true,
      retired_at: plan.isRetired ? clock.now() : null,
    })
    .execute();
  return id;
}

async function writeRep<Team extends string>(
  of: { id: string; slug: string; name: string; teams: Record<Team, string> },
  plan: RepPlan<Team>,
  { db, clock, newId }: Deps,
) {
  const now = clock.now();
  const [id, userId, sessionId] = [newId(), newId(), newId()];
  const email = `${of.name}@${of.slug}.example`;
  const own = { organization_id: of.id };
  const name = `${of.name} of ${of.slug}`;
  await db
    .insertInto("party")
    .values({ id, ...own, kind: "rep", name, created_at: now })
    .execute();
  await db
    .insertInto("app_user")
    .values({ id: userId, email, name, password_hash: plan.passwordHash ?? NOBODYS_PASSWORD, created_at: now })
    .execute();
  await db
    .insertInto("rep")
    .values({ party_id: id, ...own, user_id: userId, role: plan.role ?? "rep", public_name: `Public ${of.name}` })
    .execute();
  await db
    .insertInto("rep_load")
    .values({
      rep_id: id,
      ...own,
      availability: plan.availability ?? "available",
      availability_since: now,
      capacity: plan.capacity ?? 4,
    })
    .execute();
  for (const team of plan.teams ?? [])
    await db
      .insertInto("team_member")
      .values({
        id: newId(),
        ...own,
        team_id: of.teams[team],
        rep_id: id,
        is_supervisor: plan.supervises?.includes(team) ?? false,
        from_at: now,
      })
      .execute();
  await db
    .insertInto("user_session")
    .values({
      id: sessionId,
      user_id: userId,
      rep_id: id,
      created_at: now,
      expires_at: new Date(now.getTime() + 365 * DAY_MS),
    })
    .execute();
  return { id, userId, sessionId, email };
}
