import type { Selectable } from "kysely";
import type { UnverifiedId } from "@/contract/inputs/unverifiedId";
import { DomainError } from "@/domain/errors";
import type { Category } from "../../db/generated/tables";
import { idToLookUp } from "../../pov/idToLookUp";
import type { OrganizationConfiguration } from "./configurations";

/**
 * The category of this organization that an input names; null if it names none.
 *
 * @throws DomainError `invalid_input` for one that is retired, belongs to another organization, or does not exist
 */
export function knownCategory(
  categoryId: UnverifiedId<"category"> | null | undefined,
  { categories }: Pick<OrganizationConfiguration, "categories">,
): Selectable<Category> | null {
  if (categoryId === null || categoryId === undefined) return null;
  const found = categories.get(idToLookUp(categoryId));
  if (found === undefined || found.retired_at !== null) throw new DomainError("invalid_input", { field: "categoryId" });
  return found;
}

/**
 * The category that a customer picked; null if they picked none.
 *
 * @throws DomainError `invalid_input` for one that is not offered to customers
 */
export function offeredCategory(
  categoryId: UnverifiedId<"category"> | null,
  configuration: Pick<OrganizationConfiguration, "categories">,
): Selectable<Category> | null {
  const known = knownCategory(categoryId, configuration);
  if (known !== null && !known.is_offered) throw new DomainError("invalid_input", { field: "categoryId" });
  return known;
}
