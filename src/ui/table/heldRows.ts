export type HeldRow<Row> = {
  row: Row;
  /** It is in the list no more, and stands where it was until the order is let go. */
  isGone: boolean;
};

/**
 * Rows in the order of `heldKeys`, each as it is now, or as it was known last; rows that are new are left out. Without
 * held keys they are the rows as they stand.
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
