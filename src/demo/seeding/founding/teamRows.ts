import type { DemoOrganization } from "../../organizations/demoOrganization";
import type { Of } from "./peopleRows";
import { joinRows, known, type TableRows } from "./rows";

/** Teams with their calendars; `ids` holds the id of each team by its key. */
export function teamRows(
  demo: DemoOrganization,
  of: Of,
  newId: () => string,
  specialistTeamKeys: ReadonlySet<string>,
): { ids: ReadonlyMap<string, string>; rows: TableRows } {
  const ids = new Map(demo.teams.map(({ key }) => [key, newId()]));
  const calendarIds = new Map(demo.teams.map(({ key }) => [key, newId()]));
  return {
    ids,
    rows: joinRows({
      party: demo.teams.map(({ key, name }) => {
        return { ...of, id: known(ids, key), kind: "team" as const, name, deactivated_at: null };
      }),
      calendar: demo.teams.map(({ key, name }) => ({ ...of, id: known(calendarIds, key), name })),
      calendar_version: demo.teams.map(({ key, calendar }) => {
        return { ...of, id: newId(), calendar_id: known(calendarIds, key), version: 1, hours: calendar };
      }),
      team: demo.teams.map(({ key, queueThresholdPerRep }) => ({
        party_id: known(ids, key),
        organization_id: of.organization_id,
        calendar_id: known(calendarIds, key),
        queue_threshold_per_rep: queueThresholdPerRep,
        strategy: "continuity_pace_load",
        allows_continuity: true,
        admits_without_asking: false,
        on_absence: "keep",
        is_specialist: specialistTeamKeys.has(key),
      })),
    }),
  };
}
