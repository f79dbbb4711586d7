/** Runs a part of a work: its share from 0 to 1 becomes the whole's share from one point to another. */
export function* within<Result>(
  part: Generator<number, Result>,
  { from, to }: { from: number; to: number },
): Generator<number, Result> {
  let step = part.next();
  while (step.done !== true) {
    yield from + step.value * (to - from);
    step = part.next();
  }
  return step.value;
}
