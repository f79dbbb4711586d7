import { type RawBuilder, sql } from "kysely";
import type { Pov } from "@/domain/pov/pov";
import { preparedRows } from "../db/preparedRows";
import type { Deps } from "../deps";
import type { Look } from "./looks";
import { grantsSight, supervises, takesPart } from "./visibility";

/** A row with the look that reading it is, where `lookAt` says so. */
export type Sighted = { look: Look | null };

/** What reading with a trace needs. */
export type TraceDeps = Pick<Deps, "db" | "pool" | "clock" | "newId" | "looks">;

/**
 * Rows of what `pov` sees, each with `lookAt(pov) as look`. What is among them by privilege alone leaves its trace here,
 * before anybody gets to see it (P12), so nothing that reads this way can forget it.
 *
 * @param shownMax of more rows than these only so many are shown; all where absent
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
 * The look that it is to see interaction `i`: null for those who take part in it themselves or by a group. The right is
 * per interaction: having a request gives none to look at the backchannels in it.
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
