/**
 * Whether position `a` is older than `b`. A position is written as `list.number` pairs joined by `~`, "" being the beginning of
 * everything; twin of `comparePositions` in domain/pov/position.ts, which the widget may not carry.
 * What is not of that form is older than nothing, so that the order of arrival counts.
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
