/** Future happenings, the earliest first. Those of one instant keep the order in which they were added. */
export type Agenda<Happening> = {
  add(atMs: number, happening: Happening): void;
  /** Removes and returns the next happening; null if none comes by `untilMs`. */
  next(untilMs: number): { readonly atMs: number; readonly happening: Happening } | null;
};

type Noted<Happening> = { readonly atMs: number; readonly order: number; readonly happening: Happening };

/** An empty agenda. It is a binary heap, since a demo has some hundred thousand happenings. */
export function emptyAgenda<Happening>(): Agenda<Happening> {
  const heap: Noted<Happening>[] = [];
  let order = 0;
  return {
    add(atMs, happening) {
      order += 1;
      heap.push({ atMs, order, happening });
      siftUp(heap);
    },
    next(untilMs) {
      const [first] = heap;
      if (!first || first.atMs > untilMs) return null;
      const last = heap.pop();
      if (last && heap.length > 0) {
        heap[0] = last;
        siftDown(heap);
      }
      return first;
    },
  };
}

type Timed = { readonly atMs: number; readonly order: number };

function isBefore(a: Timed, b: Timed): boolean {
  return a.atMs < b.atMs || (a.atMs === b.atMs && a.order < b.order);
}

function siftUp<Each extends Timed>(heap: Each[]): void {
  let index = heap.length - 1;
  while (index > 0) {
    const parent = (index - 1) >> 1;
    if (!swapIfBefore(heap, index, parent)) return;
    index = parent;
  }
}

function siftDown<Each extends Timed>(heap: Each[]): void {
  let index = 0;
  while (index < heap.length) {
    const child = earlierChild(heap, index);
    if (!swapIfBefore(heap, child, index)) return;
    index = child;
  }
}

function earlierChild<Each extends Timed>(heap: readonly Each[], index: number): number {
  const left = heap[2 * index + 1];
  const right = heap[2 * index + 2];
  return left && right && isBefore(right, left) ? 2 * index + 2 : 2 * index + 1;
}

function swapIfBefore<Each extends Timed>(heap: Each[], below: number, above: number): boolean {
  const [lower, upper] = [heap[below], heap[above]];
  if (!lower || !upper || !isBefore(lower, upper)) return false;
  heap[above] = lower;
  heap[below] = upper;
  return true;
}
