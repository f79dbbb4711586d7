import { DomainError } from "../errors";

/**
 * How far somebody has read, as a position in each list (party or team) that makes up their point of view.
 * Written as `list.position` pairs joined by `~`, ascending by list; "" is the beginning of everything.
 * A list that is not named stands at its beginning.
 */
export type Positions = ReadonlyMap<string, number>;

const LISTS_MAX = 200;
const PAIR = /^([0-9a-zA-Z_-]{1,64})\.(\d{1,15})$/;

/** Reads written positions. @throws DomainError `invalid_input` when the text is not of the written form. */
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

/** Writes positions so that equal ones are equal texts. */
export function writePositions(positions: Positions): string {
  return [...positions]
    .filter(([, position]) => position > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([list, position]) => `${list}.${position}`)
    .join("~");
}

/** The furthest of both in every list. */
export function mergePositions(a: Positions, b: Positions): Positions {
  const merged = new Map(a);
  for (const [list, position] of b) merged.set(list, Math.max(position, merged.get(list) ?? 0));
  return merged;
}

/**
 * How `a` stands to `b`: "apart" when each is further than the other in some list, which happens
 * between a page and a stream that follow several lists at their own pace.
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
 * Whether `a` knows something that `b` does not. An event is folded onto a page when its position is newer:
 * its content was read when it was sent, so content of a newer position is never older than the page.
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
