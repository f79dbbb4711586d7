import type { Pool } from "pg";
import { hashOfToken } from "@/server/auth/beginVisit";
import { procedureClient } from "../../scripts/traffic/desk/procedureClient";
import { type BenchOrganization, makeBenchOrganization } from "../arrange/benchOrganization";
import { openRequests } from "../arrange/openRequests";
import { signInAll } from "../arrange/signInAll";
import { withDesk } from "../arrange/withDesk";
import type { BenchOptions } from "../benchOptions";
import type { Delivery, DeliveryPair } from "../load/loadOrder";
import { runLoad } from "../load/runLoad";
import { type CommitToNotify, commitToNotify } from "../peers/commitToNotify";

export interface DeliveryFigures {
  readonly streams: number;
  readonly perSecond: number;
  readonly parley: Delivery;
  readonly peer: CommitToNotify;
}

const PAIRS = 100;
const PER_SECOND = 20;
const WARM_UP_MS = 5_000;
/** The slowest 1 % needs many messages, so this does not depend on `--seconds`. */
const MEASURE_MS_MIN = 30_000;
const PEER_MEASURE_MS = 10_000;

/** Part b: the time from a send to the other side's stream, next to PostgreSQL's time from commit to notification. */
export function measureDelivery(serverUrl: string, options: BenchOptions): Promise<DeliveryFigures> {
  return withDesk("b", { serverUrl, profileFolder: options.profileFolder }, async ({ db, pool, databaseUrl, open }) => {
    const organization = await makeBenchOrganization(db, { reps: PAIRS, teams: 1, capacity: 1, teamsAtWork: 1 });
    const { url } = await open();
    const key = organization.widgetKey;
    const tokens = await openRequests(url, key, PAIRS, "Hello, a question about topic0: where is my card?");
    const pairs = await pairsOf(url, pool, organization, tokens);
    await pool.query("vacuum analyze");
    const peer = await commitToNotify(databaseUrl, { perSecond: PER_SECOND, measureMs: PEER_MEASURE_MS });
    const measureMs = Math.max(MEASURE_MS_MIN, options.measureMs);
    const order = {
      kind: "delivery",
      url,
      key,
      perSecond: PER_SECOND,
      warmUpMs: WARM_UP_MS,
      measureMs,
      pairs,
    } as const;
    return { streams: 2 * pairs.length, perSecond: PER_SECOND, parley: await runLoad<"delivery">(order), peer };
  });
}

async function pairsOf(
  url: string,
  pool: Pool,
  organization: BenchOrganization,
  tokens: readonly string[],
): Promise<DeliveryPair[]> {
  const cookies = await signInAll(url, organization.reps, organization);
  const pairs: DeliveryPair[] = [];
  for (const token of tokens) {
    const { rows } = await pool.query<{ interaction_id: string; rep_id: string }>(
      `select r.interaction_id, r.assigned_to_id as rep_id from visitor_session v
        join request r on r.contact_id = v.contact_id and r.state = 'assigned' where v.token_hash = $1`,
      [hashOfToken(token)],
    );
    const [row] = rows;
    const repCookie = cookies[organization.reps.findIndex(({ id }) => id === row?.rep_id)];
    if (!row || !repCookie) throw new Error("a customer without a rep");
    pairs.push({
      interactionId: row.interaction_id,
      repCookie,
      token,
      ...(await positions(url, organization.widgetKey, repCookie, token)),
    });
  }
  return pairs;
}

/** Where the streams of both sides begin. */
async function positions(url: string, key: string, cookie: string, token: string) {
  const [me, conversation] = await Promise.all([
    procedureClient(url, { cookie }).me.get.query(),
    procedureClient(url, { authorization: `Visitor ${token}` }).customer.conversation.query({ key }),
  ]);
  return { repFrom: me.asOf, customerFrom: conversation.asOf };
}
