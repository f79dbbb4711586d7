import { policyOfCategory } from "@/domain/routing/category/policyOfCategory";
import type { RoutingConfiguration } from "@/domain/routing/routingConfiguration";
import { Calendar } from "@/domain/sla/hours/calendar";
import type { SlaPolicy } from "@/domain/sla/slaPolicy";
import {
  type OrganizationConfiguration,
  policyHolder,
  type TeamSettings,
} from "@/server/organization/load/configurations";
import { known, type Row, type TableRows } from "./ledger";

/**
 * What the server would read from the rows of a new organization (`configurations` in server/queries), so that the
 * seed's past was decided by the same configuration as the requests to come.
 */
export function configurationOf(organization: Row<"organization">, rows: TableRows): OrganizationConfiguration {
  const versions = rows.calendar_version ?? [];
  const calendarsByVersionId = new Map(versions.map(({ id, hours }) => [id, Calendar.parse(hours)]));
  const names = new Map((rows.party ?? []).map(({ id, name }) => [id, name]));
  const teams = (rows.team ?? []).map((team): TeamSettings => {
    const version = versions.find(({ calendar_id }) => calendar_id === team.calendar_id);
    return {
      ...team,
      name: known(names, team.party_id),
      calendarVersionId: version?.id ?? null,
      calendar: (version && calendarsByVersionId.get(version.id)) ?? null,
    };
  });
  const teamsById = new Map(teams.map((team) => [team.party_id, team]));
  const defaultPolicyId = (rows.sla_policy ?? []).find(({ is_default }) => is_default)?.id ?? null;
  const ownVersion = versions.find(({ calendar_id }) => calendar_id === organization.calendar_id);
  const ownCalendar = (ownVersion && calendarsByVersionId.get(ownVersion.id)) ?? null;
  const hoursOf = (teamId: string | null) =>
    teamId === null ? ownCalendar : (teamsById.get(teamId)?.calendar ?? null);
  return {
    organization,
    routing: routingOf(organization.config_version, rows.category ?? [], teams),
    categories: new Map((rows.category ?? []).map((category) => [category.id, category])),
    teams: teamsById,
    calendarsByVersionId,
    policyIdOf: (categoryId) => policyOfCategory(categoryId, (rows.category ?? []).map(policyHolder)),
    hoursOf,
    policyFor(slaPolicyId, teamId) {
      return policyOf(rows.sla_target ?? [], slaPolicyId ?? defaultPolicyId, hoursOf(teamId));
    },
  };
}

function routingOf(
  version: number,
  categories: readonly Row<"category">[],
  teams: readonly TeamSettings[],
): RoutingConfiguration {
  return {
    version,
    categories: categories.map(({ id, name, team_id, sla_policy_id, keywords, parent_id }) => {
      return { id, name, teamId: team_id, slaPolicyId: sla_policy_id, keywords, parentId: parent_id };
    }),
    teams: teams.map((team) => ({
      id: team.party_id,
      name: team.name,
      queueThresholdPerRep: team.queue_threshold_per_rep,
      strategy: "continuity_pace_load",
      allowsContinuity: team.allows_continuity,
      preferredSkillsByTier: {},
    })),
  };
}

function policyOf(
  targets: readonly Row<"sla_target">[],
  policyId: string | null,
  calendar: Calendar | null,
): SlaPolicy {
  return {
    targets: targets
      .filter(({ sla_policy_id }) => sla_policy_id === policyId)
      .map(({ metric, budget_ms, in_open_hours }) => ({
        metric,
        budgetMs: budget_ms,
        calendar: in_open_hours ? calendar : null,
        pausedIn: ["pending", "need_info"],
      })),
  };
}
