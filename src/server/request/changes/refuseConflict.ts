import { DomainError } from "@/domain/errors";

/**
 * Refuses a change of a field that somebody else changed since it was seen, unless both want the same. Changes of
 * different fields never conflict.
 *
 * @throws DomainError `changed_meanwhile` with the field and its present value
 */
export function refuseConflict<Value>(
  field: string,
  { seen, wanted, present }: { seen: Value; wanted: Value; present: Value },
): void {
  if (present === seen || present === wanted) return;
  throw new DomainError("changed_meanwhile", { field, present });
}
