import type { OrganizationConfiguration } from "../../organization/load/configurations";

export type OfferedCategory = { id: string; name: string };

/** The categories that customers may pick from, with their ids sealed by `seal`. */
export function offeredCategories(
  { categories }: OrganizationConfiguration,
  seal: (id: string) => string,
): OfferedCategory[] {
  return [...categories.values()]
    .filter(({ is_offered, retired_at }) => is_offered && retired_at === null)
    .map(({ id, name }) => ({ id: seal(id), name }));
}
