import type { SeededRandom } from "./seededRandom";

const COUNTER_BELOW = 0x1000;

/** Makes an id of the form of a UUIDv7 that carries `atMs`; ids of one instant keep the order in which they were made. */
export type SeededIds = (atMs: number) => string;

/** Ids that come out the same for the same chance, each with its row's own time, as if made back then. */
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
