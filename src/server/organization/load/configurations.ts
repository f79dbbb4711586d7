import type { Selectable } from "kysely";
import { policyOfCategory } from "@/domain/routing/category/categoryLineage";
import type { RoutingConfiguration, RoutingStrategy } from "@/domain/routing/routingConfiguration";
import { Calendar } from "@/domain/sla/hours/calendar";
import type { SlaMetric } from "@/domain/sla/slaClock";
import type { SlaPolicy } from "@/domain/sla/slaPolicy";
import type { Database } from "../../db/database";
import type { Category, Organization, SlaTarget, Team } from "../../db/generated/tables";

export type TeamSettings = Selectable<Team> & {
  name: string;
  calendarVersionId: string | null;
  calendar: Calendar | null;
};

/** The settings of an organization as one immutable version: read once, used by every decision until it changes. */
export type OrganizationConfiguration = {
  readonly organization: Selectable<Organization>;
  readonly routing: RoutingConfiguration;
  readonly categories: ReadonlyMap<string, Selectable<Category>>;
  readonly teams: ReadonlyMap<string, TeamSettings>;
  /** All versions that ever were: a clock keeps the hours it was started with. */
  readonly calendarsByVersionId: ReadonlyMap<string, Calendar>;
  /** The policy of a category or of its nearest parent that has one, retired ones included: their promises still hold. */
  policyIdOf(categoryId: string | null): string | null;
  /** The hours of a team, or of the organization for what has no team. Null: around the clock. */
  hoursOf(teamId: string | null): Calendar | null;
  /** The promises of a policy (or the default one) in the hours of a team, or of the organization. */
  policyFor(slaPolicyId: string | null, teamId: string | null): SlaPolicy;
};

export type Configurations = {
  /** The configuration of that version, or the present one if no version is given. */
  of(organizationId: string, version?: number): Promise<OrganizationConfiguration>;
};

const KEPT_MAX = 200;

/** Reads configurations, and keeps the latest of each organization. */
export function configurations(db: Database): Configurations {
  const kept = new Map<string, Promise<OrganizationConfiguration>>();
  const versions = new Map<string, number>();
  return {
    async of(organizationId, version) {
      const present = version ?? (await presentVersion(db, organizationId));
      const known = kept.get(organizationId);
      if (known && versions.get(organizationId) === present) return known;
      if (kept.size >= KEPT_MAX) kept.clear();
      const reading = readConfiguration(db, organizationId);
      kept.set(organizationId, reading);
      versions.set(organizationId, present);
      reading.catch(() => kept.delete(organizationId));
      return reading;
    },
  };
}

async function presentVersion(db: Database, organizationId: string): Promise<number> {
  const { config_version } = await db
    .selectFrom("organization")
    .select("config_version")
    .where("id", "=", organizationId)
    .executeTakeFirstOrThrow();
  return config_version;
}

async function readConfiguration(db: Database, organizationId: string): Promise<OrganizationConfiguration> {
  const [organization, categories, teams, policies, targets, calendars] = await Promise.all([
    db.selectFrom("organization").selectAll().where("id", "=", organizationId).executeTakeFirstOrThrow(),
    db
      .selectFrom("category")
      .selectAll()
      .where("organization_id", "=", organizationId)
      .orderBy("sort_order")
      .orderBy("id")
      .execute(),
    db
      .selectFrom("team")
      .innerJoin("party", "party.id", "team.party_id")
      .selectAll("team")
      .select("party.name")
      .where("team.organization_id", "=", organizationId)
      .where("party.deactivated_at", "is", null)
      .execute(),
    db.selectFrom("sla_policy").selectAll().where("organization_id", "=", organizationId).execute(),
    db.selectFrom("sla_target").selectAll().where("organization_id", "=", organizationId).execute(),
    db
      .selectFrom("calendar_version")
      .selectAll()
      .where("organization_id", "=", organizationId)
      .orderBy("version")
      .execute(),
  ]);
  const calendarsByVersionId = new Map(calendars.map(({ id, hours }) => [id, Calendar.parse(hours)]));
  const latestVersionOf = new Map(calendars.map(({ calendar_id, id }) => [calendar_id, id]));
  const teamSettings = teams.map((team): TeamSettings => {
    const calendarVersionId = (team.calendar_id && latestVersionOf.get(team.calendar_id)) || null;
    return {
      ...team,
      calendarVersionId,
      calendar: (calendarVersionId && calendarsByVersionId.get(calendarVersionId)) || null,
    };
  });
  const teamsById = new Map(teamSettings.map((team) => [team.party_id, team]));
  const defaultPolicyId = policies.find(({ is_default }) => is_default)?.id ?? policies[0]?.id ?? null;
  const ownVersionId = organization.calendar_id && latestVersionOf.get(organization.calendar_id);
  const ownCalendar = (ownVersionId && calendarsByVersionId.get(ownVersionId)) || null;
  const hoursOf = (teamId: string | null) =>
    teamId === null ? ownCalendar : (teamsById.get(teamId)?.calendar ?? null);
  const holders = categories.map(policyHolder);
  const policiesInHours = new Map<string, SlaPolicy>();
  return {
    organization,
    routing: routingOf(organization.config_version, categories, teamSettings),
    categories: new Map(categories.map((category) => [category.id, category])),
    teams: teamsById,
    calendarsByVersionId,
    policyIdOf: (categoryId) => policyOfCategory(categoryId, holders),
    hoursOf,
    policyFor(slaPolicyId, teamId) {
      const key = `${slaPolicyId ?? defaultPolicyId}:${teamId}`;
      const known = policiesInHours.get(key);
      if (known) return known;
      const policy = policyOf(targets, slaPolicyId ?? defaultPolicyId, hoursOf(teamId));
      policiesInHours.set(key, policy);
      return policy;
    },
  };
}

/** What `policyOfCategory` needs of a stored category. */
export function policyHolder({
  id,
  parent_id,
  sla_policy_id,
}: Pick<Selectable<Category>, "id" | "parent_id" | "sla_policy_id">) {
  return { id, parentId: parent_id, slaPolicyId: sla_policy_id };
}

function routingOf(
  version: number,
  categories: readonly Selectable<Category>[],
  teams: readonly TeamSettings[],
): RoutingConfiguration {
  return {
    version,
    categories: categories
      .filter(({ retired_at }) => retired_at === null)
      .map((each) => ({
        id: each.id,
        name: each.name,
        teamId: each.team_id,
        slaPolicyId: each.sla_policy_id,
        keywords: each.keywords,
        parentId: each.parent_id,
      })),
    teams: teams.map((each) => ({
      id: each.party_id,
      name: each.name,
      queueThresholdPerRep: each.queue_threshold_per_rep,
      strategy: each.strategy as RoutingStrategy,
      allowsContinuity: each.allows_continuity,
      preferredSkillsByTier: {},
    })),
  };
}

function policyOf(
  targets: readonly Selectable<SlaTarget>[],
  policyId: string | null,
  calendar: Calendar | null,
): SlaPolicy {
  return {
    targets: targets
      .filter(({ sla_policy_id }) => sla_policy_id === policyId)
      .map((target) => ({
        metric: target.metric as SlaMetric,
        budgetMs: target.budget_ms,
        calendar: target.in_open_hours ? calendar : null,
        pausedIn: target.paused_in.filter((state) => state === "pending" || state === "need_info"),
      })),
  };
}
