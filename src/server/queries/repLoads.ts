import type pg from "pg";
import { together } from "../db/together";

/** Whether a rep is on duty, and how much they hold of what they may. */
export type RepLoadRow = { availability: string; used: number; capacity: number };
export type RepLoads = (repId: string) => Promise<RepLoadRow | null>;

const BOUNDS = { lanesMax: 2, itemsMax: 2_000 };

/** Reads the loads of reps; those asked for at once by one query, as when a whole team is told of a request. */
export function repLoads(pool: pg.Pool): RepLoads {
  return together<string, RepLoadRow | null>(async (repIds) => {
    const { rows } = await pool.query<RepLoadRow & { rep_id: string }>({
      name: "rep_loads",
      text: "select rep_id, availability, used, capacity from rep_load where rep_id = any($1)",
      values: [[...new Set(repIds)]],
    });
    const found = new Map(rows.map(({ rep_id, ...load }) => [rep_id, load]));
    return repIds.map((id) => found.get(id) ?? null);
  }, BOUNDS);
}
