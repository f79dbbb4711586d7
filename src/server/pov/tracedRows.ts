import { type RawBuilder, sql } from "kysely";
import type { Pov } from "@/domain/pov/pov";
import { preparedRows } from "../db/preparedRows";
import type { Deps } from "../deps";
import type { Look } from "./looks";
import { grantsSight, supervises, takesPart } from "./visibility";

/** A row with `lookAt(pov) as look`: the privileged look that reading this row is, or null. */
export type Sighted = { look: Look | null };

/** What reading with a trace needs. */
export type TraceDeps = Pick<Deps, "db" | "pool" | "clock" | "newId" | "looks">;

/**
 * Reads rows that `pov` sees, each with `lookAt(pov) as look`, and traces those that it sees by privilege alone
 * before it returns them (P12). So no caller can forget the trace.
 *
 * @param shownMax the caller shows only the first so many rows; all if absent
 */
export async function tracedRows<Row extends object>(
  pov: Pov,
  query: RawBuilder<Row & Sighted>,
  deps: TraceDeps,
  shownMax = Number.POSITIVE_INFINITY,
): Promise<Row[]> {
  const rows = await preparedRows(query, deps);
  const looks = rows.slice(0, shownMax).flatMap(({ look }) => look ?? []);
  if (looks.length > 0) await deps.looks.record(pov, looks, deps);
  return rows.map(({ look: _, ...row }) => row as unknown as Row);
}

/**
 * SQL: the look that seeing interaction `i` is to `pov`; null if it or a group of it takes part. The right is counted
 * for each interaction: a rep who has a request looks by privilege at the backchannels of it that they take no part in.
 */
export function lookAt(pov: Pov): RawBuilder<Look | null> {
  const isNeverPrivileged =
    pov.kind !== "member" || (pov.memberView === "participants" && pov.supervisedTeamIds.length === 0);
  if (isNeverPrivileged) return sql<null>`null::jsonb`;
  return sql<Look | null>`(case when ${grantsSight(pov)} and not ${takesPart(pov)} then jsonb_build_object(
    'kind', case when i.audience = 'customer' and i.sequence_id is not null then 'sequence' else 'interaction' end,
    'id', case when i.audience = 'customer' and i.sequence_id is not null then i.sequence_id else i.id end,
    'sequenceId', i.sequence_id, 'right', case when ${supervises(pov)} then 'role' else 'rule' end) end)`;
}
