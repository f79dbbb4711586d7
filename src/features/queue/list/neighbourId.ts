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
