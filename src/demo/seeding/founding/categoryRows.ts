import type { DemoCategory, DemoOrganization } from "../../organizations/demoOrganization";
import type { Of } from "./peopleRows";
import { joinRows, known, type Row, type TableRows } from "./rows";

/** The policy of categories that name none. */
const DEFAULT_POLICY_KEY = "standard";

/** Categories and their SLA policies; `ids` holds the id of each category by its key. */
export function categoryRows(
  demo: DemoOrganization,
  of: Of,
  newId: () => string,
  teamIds: ReadonlyMap<string, string>,
): { ids: ReadonlyMap<string, string>; rows: TableRows } {
  const ids = new Map(demo.categories.map(({ key }) => [key, newId()]));
  const policyIds = new Map(demo.slaPolicies.map(({ key }) => [key, newId()]));
  const ofKey = (values: ReadonlyMap<string, string>, key: string | null) => (key === null ? null : known(values, key));
  const categoryRow = (category: DemoCategory, index: number): Row<"category"> => ({
    id: known(ids, category.key),
    organization_id: of.organization_id,
    parent_id: ofKey(ids, category.parentKey),
    name: category.name,
    team_id: ofKey(teamIds, category.teamKey),
    sla_policy_id: ofKey(policyIds, category.slaPolicyKey),
    keywords: [...category.keywords],
    is_offered: demo.widget.offeredCategoryKeys.includes(category.key),
    sort_order: index,
    retired_at: null,
  });
  return {
    ids,
    rows: joinRows({
      sla_policy: demo.slaPolicies.map(({ key, name }) => {
        return { ...of, id: known(policyIds, key), name, is_default: key === DEFAULT_POLICY_KEY };
      }),
      sla_target: demo.slaPolicies.flatMap(({ key, targets }) =>
        targets.map(({ metric, budgetMs, clock }) => ({
          id: newId(),
          organization_id: of.organization_id,
          sla_policy_id: known(policyIds, key),
          metric,
          budget_ms: budgetMs,
          in_open_hours: clock === "business",
          paused_in: ["pending", "need_info"],
        })),
      ),
      category: demo.categories.map(categoryRow),
    }),
  };
}
