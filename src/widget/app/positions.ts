/**
 * Whether position `a` lies before `b` in the customer's own list. Positions are opaque; those written as whole numbers are
 * compared as such, for others the order of arrival counts, so that nothing is before anything.
 */
export function isBefore(a: string, b: string): boolean {
  if (!isWhole(a) || !isWhole(b)) return false;
  return a.length === b.length ? a < b : a.length < b.length;
}

function isWhole(position: string): boolean {
  return /^(0|[1-9]\d*)$/.test(position);
}
