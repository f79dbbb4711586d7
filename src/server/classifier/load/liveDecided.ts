import type { ClassifierQuality } from "@/contract/views/classifierViews";
import type { Deps } from "../../deps";

export type LiveDecided = ClassifierQuality["liveDecided"];

const DAYS_30_MS = 30 * 86_400_000;

/**
 * How many requests the classifier decided in the last 30 days, and how many of these are known to be right. Requests
 * from before the first model count only if a model was asked about them later.
 */
export async function liveDecided(organizationId: string, { pool, clock }: Deps): Promise<LiveDecided> {
  const { rows } = await pool.query<LiveDecided>({
    name: "live_decided",
    text: LIVE_DECIDED,
    values: [organizationId, new Date(clock.now().getTime() - DAYS_30_MS)],
  });
  return rows[0] ?? { requests: 0, decided: 0, known: 0, right: 0 };
}

const LIVE_DECIDED = `
  with first as (
    select coalesce(min(live_since), 'infinity') as at from classifier_model where organization_id = $1 and facet = 'category')
  select (select count(*) from request r, first where r.organization_id = $1 and r.created_at >= greatest($2, first.at))
      + count(*) filter (where r.created_at < first.at) as requests,
    count(*) filter (where c.is_decided) as decided,
    count(*) filter (where c.is_decided and c.known_at is not null) as known,
    count(*) filter (where c.is_decided and c.true_category_id = c.likeliest_id) as right
  from first, classification c join request r on r.sequence_id = c.sequence_id
  where c.organization_id = $1 and c.at >= $2`;
