import { type Positions, writePositions } from "@/domain/pov/position";
import type { Pov } from "@/domain/pov/pov";
import type { Deps } from "../deps";

/** The lists that a point of view follows. */
export function followedLists(pov: Pov): string[] {
  return [pov.partyId, ...pov.groupIds];
}

/** The short name of a list in a position. A customer's is no id. */
export function listName(listId: string, pov: Pov): string {
  return pov.kind === "external" ? "c" : Buffer.from(listId.replaceAll("-", ""), "hex").toString("base64url");
}

/**
 * The position of `pov` in its lists now. Read it before the page: then the page holds at least this much, and what
 * commits in between is heard again, which changes nothing.
 */
export async function presentPosition(pov: Pov, deps: Pick<Deps, "pool">): Promise<string> {
  return writePositions(namedPositions(await readHeads(followedLists(pov), deps), pov));
}

/** The heads of lists, by the names that `pov` knows them by. */
export function namedPositions(heads: ReadonlyMap<string, number>, pov: Pov): Positions {
  return new Map([...heads].map(([listId, head]) => [listName(listId, pov), head]));
}

/** The heads of lists by list id. A list without entries has none. */
export async function readHeads(
  listIds: readonly string[],
  { pool }: Pick<Deps, "pool">,
): Promise<Map<string, number>> {
  const { rows } = await pool.query<{ party_id: string; head: number }>({
    name: "pov_heads",
    text: "select party_id, head from pov_list where party_id = any($1)",
    values: [listIds],
  });
  return new Map(rows.map(({ party_id, head }) => [party_id, head]));
}
