import { categoryPath } from "@/domain/routing/category/categoryLineage";
import type { OrganizationConfiguration } from "./configurations";

/** Between the names of a path, from the root on. */
const SEPARATOR = " / ";

export type CategoryNames = {
  /** The category in use with this path, or with this name if only one has it; null if there is none. */
  idOf(nameOrPath: string): string | null;
  /** The path of a category in use; null for a retired one. */
  pathOf(categoryId: string): string | null;
};

/** The categories of an organization by their names, regardless of case. */
export function categoryNames({ routing: { categories } }: OrganizationConfiguration): CategoryNames {
  const paths = new Map(categories.map((each) => [each.id, categoryPath(each, categories).join(SEPARATOR)]));
  const idOfPath = new Map([...paths].map(([id, path]) => [folded(path), id]));
  const idOfName = new Map<string, string | null>();
  for (const { id, name } of categories) idOfName.set(folded(name), idOfName.has(folded(name)) ? null : id);
  return {
    idOf(nameOrPath) {
      const key = folded(nameOrPath);
      return idOfPath.get(key) ?? idOfName.get(key) ?? null;
    },
    pathOf: (categoryId) => paths.get(categoryId) ?? null,
  };
}

function folded(name: string): string {
  return name.normalize("NFKC").replace(/\s+/g, " ").trim().toLowerCase();
}
