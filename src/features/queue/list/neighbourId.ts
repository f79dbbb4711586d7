/**
 * The id `step` places from the current one, clamped to the list. If nothing is current, the first id, or the last if
 * `step` is negative. Null if the list is empty.
 */
export function neighbourId(ids: readonly string[], currentId: string | null, step: number): string | null {
  if (ids.length === 0) return null;
  const index = currentId === null ? -1 : ids.indexOf(currentId);
  if (index === -1) return (step > 0 ? ids[0] : ids.at(-1)) ?? null;
  return ids[Math.min(Math.max(index + step, 0), ids.length - 1)] ?? null;
}

/** The request to open when one is done: the next, else the previous, else null. The first if `doneId` is unknown. */
export function nextAfter(ids: readonly string[], doneId: string): string | null {
  const at = ids.indexOf(doneId);
  if (at === -1) return ids[0] ?? null;
  return ids[at + 1] ?? ids[at - 1] ?? null;
}
