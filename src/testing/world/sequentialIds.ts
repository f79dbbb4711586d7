const HEX = 16;
/** The first 48 bits of a UUIDv7 of 2026-01-01. */
const FIRST_PREFIX = 0x019b7000_0000;

const MADE_MAX = 1_000_000;

/** Makes ids in the form of UUIDv7 that ascend (or descend), the same for the same `run`. */
export function sequentialIds(run: number, order: "ascending" | "descending" = "ascending"): () => string {
  const prefix = (FIRST_PREFIX + 2 * run + (order === "descending" ? 0 : 1)).toString(HEX).padStart(12, "0");
  let made = 0;
  return () => {
    made += 1;
    const count = (order === "descending" ? MADE_MAX - made : made).toString(HEX).padStart(12, "0");
    return `${prefix.slice(0, 8)}-${prefix.slice(8)}-7000-8000-${count}`;
  };
}
