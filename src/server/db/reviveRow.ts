const INSTANT_COLUMN = /(_at|_since)$/;

/** Turns a row from `to_jsonb` into what the driver would have read: columns named as instants become dates. */
export function reviveRow<Row extends object>(json: object): Row {
  const entries = Object.entries(json).map(([column, value]) => [
    column,
    typeof value === "string" && INSTANT_COLUMN.test(column) ? new Date(value) : value,
  ]);
  return Object.fromEntries(entries) as Row;
}
