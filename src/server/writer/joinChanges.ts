import type { Changes } from "./changes";

/** Two parts of one change as one: lists are joined, in this order. */
export function joinChanges(first: Changes, second: Partial<Omit<Changes, "at" | "organizationId">>): Changes {
  const merged: Record<string, unknown> = { ...first };
  for (const [part, rows] of Object.entries(second)) {
    const known = merged[part];
    merged[part] = Array.isArray(known) && Array.isArray(rows) ? [...known, ...rows] : rows;
  }
  return { ...merged, at: first.at, organizationId: first.organizationId };
}
