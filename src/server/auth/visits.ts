import type pg from "pg";
import { together } from "../db/together";

/** A stored credential of a visitor, and whose it is. */
export type VisitRow = { session_id: string; contact_id: string; organization_id: string; last_seen_at: Date };
type Asked = { tokenHash: Buffer; widgetKey: string; at: Date };
export type Visits = (asked: Asked) => Promise<VisitRow | null>;

const BOUNDS = { lanesMax: 2, itemsMax: 2_000 };

/** Reads credentials that are valid at a widget at a time; null for others. Those asked for at once share one query. */
export function visits(pool: pg.Pool): Visits {
  return together<Asked, VisitRow | null>(async (asked) => {
    const { rows } = await pool.query<VisitRow & { n: number }>({
      name: "visits",
      text: VISITS,
      values: [
        asked.map(({ tokenHash }) => tokenHash),
        asked.map(({ widgetKey }) => widgetKey),
        asked.map(({ at }) => at),
      ],
    });
    const found = new Map(rows.map((row) => [row.n, row]));
    return asked.map((_, index) => found.get(index + 1) ?? null);
  }, BOUNDS);
}

const VISITS = `
  select a.n, v.id as session_id, v.contact_id, v.organization_id, v.last_seen_at
  from unnest($1::bytea[], $2::text[], $3::timestamptz[]) with ordinality as a (token_hash, widget_key, at, n)
    join visitor_session v on v.token_hash = a.token_hash and v.revoked_at is null and v.expires_at > a.at
    join widget w on w.id = v.widget_id and w.key = a.widget_key
    join party p on p.id = v.contact_id and p.deactivated_at is null`;
