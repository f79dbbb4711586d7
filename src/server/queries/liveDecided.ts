import type { ClassifierQuality } from "@/domain/views/classifierViews";
import type { Deps } from "../deps";

export type LiveDecided = ClassifierQuality["liveDecided"];

const DAYS_30_MS = 30 * 86_400_000;

/** What the classifier decided in the last 30 days, and how much of it turned out right so far. */
export async function liveDecided(organizationId: string, { pool, clock }: Deps): Promise<LiveDecided> {
  const { rows } = await pool.query<LiveDecided>({
    name: "live_decided",
    text: LIVE_DECIDED,
    values: [organizationId, new Date(clock.now().getTime() - DAYS_30_MS)],
  });
  return rows[0] ?? { requests: 0, decided: 0, known: 0, right: 0 };
}

const LIVE_DECIDED = `
  select (select count(*) from request r where r.organization_id = $1 and r.created_at >= $2) as requests,
    count(*) filter (where is_decided) as decided,
    count(*) filter (where is_decided and known_at is not null) as known,
    count(*) filter (where is_decided and true_category_id = likeliest_id) as right
  from classification where organization_id = $1 and at >= $2`;
