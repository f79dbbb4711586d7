/** The request to go on with when one is done: the one behind it, else the one before it, else none. */
export function nextAfter(ids: readonly string[], doneId: string): string | null {
  const at = ids.indexOf(doneId);
  if (at === -1) return ids[0] ?? null;
  return ids[at + 1] ?? ids[at - 1] ?? null;
}
