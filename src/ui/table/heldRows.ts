export type HeldRow<Row> = {
  row: Row;
  /** True if the row is no longer in the list and only keeps its place. */
  isGone: boolean;
};

/**
 * The rows of `heldKeys` in that order, each as it is now or, if it is gone, as it was last known. New rows are left
 * out. If `heldKeys` is null, returns `rows` as they are.
 */
export function heldRows<Row>(
  heldKeys: readonly string[] | null,
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  known: ReadonlyMap<string, Row>,
): HeldRow<Row>[] {
  if (heldKeys === null) return rows.map((row) => ({ row, isGone: false }));
  const now = new Map(rows.map((row) => [keyOf(row), row]));
  return heldKeys.flatMap((key) => {
    const row = now.get(key) ?? known.get(key);
    return row === undefined ? [] : [{ row, isGone: !now.has(key) }];
  });
}
