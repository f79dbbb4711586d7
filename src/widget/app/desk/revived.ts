/** The fields of the customer's views that are instants (customerViews.ts). */
const INSTANTS = new Set(["sentAt", "editedAt", "since", "opensAt", "startedAt"]);

/**
 * The desk's superjson answer with its instants as `Date`. superjson itself would be a quarter of the bundle, and
 * instants are all that the customer's views hold beyond plain JSON. The facts of a feedback are left as sent.
 */
export function revived<T>(wire: unknown): T {
  const isSuperjson = typeof wire === "object" && wire !== null && "json" in wire;
  return revive(isSuperjson ? wire.json : wire) as T;
}

function revive(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(revive);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => {
      if (INSTANTS.has(name) && typeof field === "string") return [name, new Date(field)];
      return [name, name === "facts" ? field : revive(field)];
    }),
  );
}
