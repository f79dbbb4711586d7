import type { MemberView } from "@/domain/pov/pov";
import type { RoutingStrategy } from "@/domain/routing/routingConfiguration";
import type { Calendar } from "@/domain/sla/hours/calendar";
import type { SlaMetric } from "@/domain/sla/slaClock";
import type { Deps } from "@/server/deps";
import type { RepPlan } from "./writeRep";

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

/** Writes the organization with its party and its widget. */
export async function writeOrganization(
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

/** Writes an SLA policy; budgets of one that is not the default run in open hours. @returns its id */
export async function writePolicy(
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

/** Writes the organization's own hours. */
export async function giveHours(organizationId: string, hours: Calendar, deps: Deps): Promise<void> {
  const calendar_id = await writeCalendar(organizationId, hours, deps);
  await deps.db.updateTable("organization").set({ calendar_id }).where("id", "=", organizationId).execute();
}

/** Writes a team with its hours. @returns its id */
export async function writeTeam(organizationId: string, name: string, plan: TeamPlan, deps: Deps): Promise<string> {
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

/** Writes a category. @returns its id */
export async function writeCategory(
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
