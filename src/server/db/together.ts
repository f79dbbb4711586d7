type Waiting<Item, Result> = {
  item: Item;
  resolve(result: Result | PromiseLike<Result>): void;
  reject(error: unknown): void;
};

/** How many batches may be under way at once, and how many items fit in one. */
export type TogetherBounds = { lanesMax: number; itemsMax: number };

/**
 * Does similar work in batches. If a lane is free, an item starts at once, with all others of the same turn of the event
 * loop. Items that come while every lane is busy wait and go as one batch. So a single caller waits for nobody, and many
 * callers share a round trip. Nothing is cached: each item is worked on after it was asked for.
 *
 * @param work answers one result for each item, in their order; if it fails, every item of the batch fails
 */
export function together<Item, Result>(
  work: (items: readonly Item[]) => Promise<readonly (Result | PromiseLike<Result>)[]>,
  { lanesMax, itemsMax }: TogetherBounds,
): (item: Item) => Promise<Result> {
  const waiting: Waiting<Item, Result>[] = [];
  let busyLanes = 0;
  let isPlanned = false;

  const plan = () => {
    if (isPlanned || waiting.length === 0 || busyLanes >= lanesMax) return;
    isPlanned = true;
    setImmediate(() => {
      isPlanned = false;
      void runBatch(waiting.splice(0, itemsMax));
      plan();
    });
  };
  const runBatch = async (batch: readonly Waiting<Item, Result>[]) => {
    busyLanes += 1;
    try {
      const results = await work(batch.map(({ item }) => item));
      for (const [index, { resolve, reject }] of batch.entries()) {
        const result = results[index];
        if (result === undefined) reject(new Error("a batch answered less than it was asked"));
        else resolve(result);
      }
    } catch (error) {
      for (const { reject } of batch) reject(error);
    } finally {
      busyLanes -= 1;
      plan();
    }
  };

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      plan();
    });
}
