import { DomainError } from "@/domain/errors";

/**
 * Refuses to change a field that somebody else has changed since it was seen, unless both want the same value. Changes
 * of different fields never conflict.
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
