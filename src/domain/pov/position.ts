import { DomainError } from "../errors";

/**
 * How far a reader has come in each list (of a party or a team) of their point of view. The written form joins
 * `list.position` pairs with `~`, ascending by list. A list that is not named is at its beginning, so "" is the
 * beginning of everything.
 */
export type Positions = ReadonlyMap<string, number>;

const LISTS_MAX = 200;
const PAIR = /^([0-9a-zA-Z_-]{1,64})\.(\d{1,15})$/;

/** Reads positions from their written form. @throws DomainError `invalid_input` for any other text */
export function readPositions(text: string): Positions {
  const pairs = text === "" ? [] : text.split("~", LISTS_MAX + 1);
  if (pairs.length > LISTS_MAX) throw new DomainError("invalid_input", { field: "position" });
  return new Map(pairs.map(readPair));
}

function readPair(pair: string): [string, number] {
  const [, list, position] = PAIR.exec(pair) ?? [];
  if (list === undefined || position === undefined) throw new DomainError("invalid_input", { field: "position" });
  return [list, Number(position)];
}

/** Writes positions; equal positions give equal texts. */
export function writePositions(positions: Positions): string {
  return [...positions]
    .filter(([, position]) => position > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([list, position]) => `${list}.${position}`)
    .join("~");
}

/** The greater position of the two in every list. */
export function mergePositions(a: Positions, b: Positions): Positions {
  const merged = new Map(a);
  for (const [list, position] of b) merged.set(list, Math.max(position, merged.get(list) ?? 0));
  return merged;
}

/**
 * How `a` compares to `b`. They are "apart" when each is ahead in some list. This happens between a page and a stream,
 * since each follows several lists at its own pace.
 */
export function comparePositions(a: string, b: string): "older" | "equal" | "newer" | "apart" {
  if (a === b) return "equal";
  const [ofA, ofB] = [readPositions(a), readPositions(b)];
  const [aLeads, bLeads] = [isAhead(ofA, ofB), isAhead(ofB, ofA)];
  if (aLeads && bLeads) return "apart";
  if (aLeads) return "newer";
  return bLeads ? "older" : "equal";
}

/**
 * Whether `a` is ahead of `b` in some list. An event is folded onto a page only when its position is newer. The event's
 * content was read when it was sent, so it is then never older than the page.
 */
export function isNewer(a: string, b: string): boolean {
  return a !== b && isAhead(readPositions(a), readPositions(b));
}

function isAhead(a: Positions, b: Positions): boolean {
  for (const [list, position] of a) {
    if (position > (b.get(list) ?? 0)) return true;
  }
  return false;
}
