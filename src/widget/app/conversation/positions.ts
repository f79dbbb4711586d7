/**
 * Whether position `a` is older than `b`. A position consists of `list.number` pairs joined by `~`; "" is the beginning
 * of everything. A text of another form is older than nothing, so that the order of arrival counts. This is the twin of
 * `comparePositions` in domain/pov/position.ts, which the widget may not carry.
 */
export function isBefore(a: string, b: string): boolean {
  const [ofA, ofB] = [numbersOf(a), numbersOf(b)];
  return isAhead(ofB, ofA) && !isAhead(ofA, ofB);
}

function numbersOf(position: string): Map<string, number> {
  const pairs = position.split("~").map((pair) => /^(.+)\.(\d+)$/.exec(pair));
  return new Map(pairs.flatMap((pair) => (pair ? [[pair[1] ?? "", Number(pair[2])]] : [])));
}

function isAhead(ofA: Map<string, number>, ofB: Map<string, number>): boolean {
  return [...ofA].some(([list, number]) => number > (ofB.get(list) ?? 0));
}
