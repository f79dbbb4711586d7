const INSTANT_COLUMN = /(_at|_since)$/;

/** A row that came through `to_jsonb` as the driver would have read it: columns named as instants become dates. */
export function reviveRow<Row extends object>(json: object): Row {
  const entries = Object.entries(json).map(([column, value]) => [
    column,
    typeof value === "string" && INSTANT_COLUMN.test(column) ? new Date(value) : value,
  ]);
  return Object.fromEntries(entries) as Row;
}
