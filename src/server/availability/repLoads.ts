import type pg from "pg";
import type { AbsenceCause, AbsenceView } from "@/contract/views/organizationViews";
import type { Availability } from "@/domain/routing/availability";
import { together } from "../db/together";

/**
 * The availability of a rep and how much of their capacity is used. `absence`: why Parley took them off duty, if it
 * did.
 */
export type RepLoad = { availability: Availability; used: number; capacity: number; absence: AbsenceView | null };
export type RepLoads = (repId: string) => Promise<RepLoad | null>;

type Row = Omit<RepLoad, "absence"> & {
  rep_id: string;
  cause: AbsenceCause | null;
  began_at: Date | null;
  availability_before: Availability | null;
};

const BOUNDS = { lanesMax: 2, itemsMax: 2_000 };

/** Reads the loads of reps. Simultaneous calls share one query, as when a whole team is told of a request. */
export function repLoads(pool: pg.Pool): RepLoads {
  return together<string, RepLoad | null>(async (repIds) => {
    const { rows } = await pool.query<Row>({
      name: "rep_loads",
      text: `select l.rep_id, l.availability, l.used, l.capacity, a.cause, a.began_at, a.availability_before
        from rep_load l left join automatic_absence a on a.rep_id = l.rep_id and a.ended_at is null
        where l.rep_id = any($1)`,
      values: [[...new Set(repIds)]],
    });
    const found = new Map(rows.map((row) => [row.rep_id, loadOf(row)]));
    return repIds.map((id) => found.get(id) ?? null);
  }, BOUNDS);
}

function loadOf({ availability, used, capacity, cause, began_at, availability_before }: Row): RepLoad {
  const isAbsent = cause !== null && began_at !== null && availability_before !== null;
  return {
    availability,
    used,
    capacity,
    absence: isAbsent ? { cause, at: began_at, before: availability_before } : null,
  };
}
