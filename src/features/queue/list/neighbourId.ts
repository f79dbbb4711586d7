/**
 * The id `step` places from the current one, kept within the list; the first (or the last, going back) when nothing is
 * current, null when the list is empty.
 */
export function neighbourId(ids: readonly string[], currentId: string | null, step: number): string | null {
  if (ids.length === 0) return null;
  const index = currentId === null ? -1 : ids.indexOf(currentId);
  if (index === -1) return (step > 0 ? ids[0] : ids.at(-1)) ?? null;
  return ids[Math.min(Math.max(index + step, 0), ids.length - 1)] ?? null;
}

/** The request to go on with when one is done: the one behind it, else the one before it, else none. */
export function nextAfter(ids: readonly string[], doneId: string): string | null {
  const at = ids.indexOf(doneId);
  if (at === -1) return ids[0] ?? null;
  return ids[at + 1] ?? ids[at - 1] ?? null;
}
