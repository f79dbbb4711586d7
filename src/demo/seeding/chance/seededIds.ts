import type { SeededRandom } from "./seededRandom";

const COUNTER_BELOW = 0x1000;

/** Makes an id in the form of a UUIDv7 with the time `atMs`. Ids of one instant sort in the order of their making. */
export type SeededIds = (atMs: number) => string;

/** Ids that are the same for the same random numbers, each with the time of its row. */
export function seededIds(random: SeededRandom): SeededIds {
  let lastMs = -1;
  let counter = 0;
  return (atMs) => {
    counter = atMs === lastMs ? (counter + 1) % COUNTER_BELOW : random.whole(COUNTER_BELOW / 4);
    lastMs = atMs;
    const time = hex(atMs, 12);
    const variant = hex(0x8000 + random.whole(0x4000), 4);
    const tail = hex(random.whole(2 ** 24), 6) + hex(random.whole(2 ** 24), 6);
    return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(counter, 3)}-${variant}-${tail}`;
  };
}

function hex(value: number, length: number): string {
  return value.toString(16).padStart(length, "0");
}
