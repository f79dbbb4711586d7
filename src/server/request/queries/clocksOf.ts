import type { ClockView } from "@/contract/views/requestViews";
import type { Deps } from "../../deps";
import { clockView, storedClock } from "./queueRows";

/** The clocks of sequences as their pages show them, by sequence id. */
export async function clocksOf(
  organizationId: string,
  sequenceIds: readonly string[],
  { pool, clock, configurations }: Pick<Deps, "pool" | "clock" | "configurations">,
): Promise<Map<string, ClockView[]>> {
  const clocks = new Map<string, ClockView[]>(sequenceIds.map((id) => [id, []]));
  if (sequenceIds.length === 0) return clocks;
  const { rows } = await pool.query<{ sequence_id: string; clock: object & { pauses: object[] | null } }>({
    name: "clocks_of",
    text: CLOCKS_OF,
    values: [organizationId, sequenceIds],
  });
  const configuration = await configurations.of(organizationId);
  const nowMs = clock.now().getTime();
  for (const row of rows) clocks.get(row.sequence_id)?.push(clockView(storedClock(row.clock), configuration, nowMs));
  return clocks;
}

/** As `loadRequest` reads them: the latest clock of each metric, unless it was cancelled. */
const CLOCKS_OF = `
  select c.sequence_id, to_jsonb(c) || jsonb_build_object('pauses',
    (select jsonb_agg(to_jsonb(x) order by x.from_at) from sla_pause x where x.sla_clock_id = c.id)) as clock
  from (select distinct on (k.sequence_id, k.metric) k.* from sla_clock k
    where k.organization_id = $1 and k.sequence_id = any($2)
    order by k.sequence_id, k.metric, k.instance desc) c
  where c.cancelled_at is null
  order by c.started_at, c.instance`;
