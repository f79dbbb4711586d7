import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { z } from "zod";
import { type AnswerBounds, breakOffUnanswered } from "../db/breakOffUnanswered";
import type { Deps } from "../deps";

const CHANNEL = "parley_wake";
/** All rings within this time are sent as one. */
const COALESCED_MS = 5;
const RECONNECT_MS = 1_000;
const CONNECT_WITHIN_MS = 5_000;
/** A connection that only listens would not notice that its server is gone. Asked for an answer, it is broken off. */
const ASK_EVERY_MS = 10_000;
const CLOSE_WITHIN_MS = 1_000;
/** Keeps a notification below the 8,000 bytes that PostgreSQL carries. */
const LISTS_AT_ONCE_MAX = 150;

const Wake = z.object({
  from: z.string(),
  lists: z.array(z.string()).optional(),
  typing: z
    .object({
      interactionId: z.string(),
      authorName: z.string(),
      aliasName: z.string(),
      aliasPicture: z.string().nullable(),
      untilMs: z.number(),
      listIds: z.array(z.string()),
    })
    .optional(),
});
type Wake = Omit<z.infer<typeof Wake>, "from">;

/** How often the connection is asked for an answer, and how long an answer may take. Tests shorten both. */
export type WakePatience = { askEveryMs?: number; answers?: AnswerBounds };

/**
 * Carries rings between processes, by NOTIFY on a separate connection. Inside a writing transaction, NOTIFY would make
 * commits wait for each other. While the connection is down, rings are lost, and the sweep finds what they told of.
 */
export async function openWakeUps(
  connectionString: string,
  { bell, log }: Pick<Deps, "bell" | "log">,
  patience: WakePatience = {},
): Promise<{ close(): Promise<void> }> {
  const processId = randomUUID();
  const pending = new Set<string>();
  let client: pg.Client | null = null;
  let isClosed = false;
  let isPlanned = false;
  let sent: Promise<unknown> = Promise.resolve();
  const answers = breakOffUnanswered(connectionString, patience.answers);

  const connect = async () => {
    const next = new pg.Client({
      connectionString,
      keepAlive: true,
      connectionTimeoutMillis: CONNECT_WITHIN_MS,
      application_name: "parley-wake",
    });
    next.on("error", () => undefined);
    answers.watch(next);
    next.on("notification", ({ payload }) => hear(payload ?? ""));
    try {
      await next.connect();
      await next.query(`listen ${CHANNEL}`);
    } catch (error) {
      // A server that connects and refuses to listen would else gather connections, one every second.
      next.end().catch(() => undefined);
      throw error;
    }
    if (isClosed) return void next.end().catch(() => undefined);
    next.on("end", lose);
    client = next;
  };
  const lose = () => {
    client = null;
    if (isClosed) return;
    log.warn("wake-ups are down: the sweep finds what other processes write");
    reconnectSoon();
  };
  const reconnectSoon = () => {
    setTimeout(() => {
      if (isClosed) return;
      connect().then(() => log.info("wake-ups are back"), reconnectSoon);
    }, RECONNECT_MS).unref();
  };
  const hear = (payload: string) => {
    const wake = readWake(payload);
    // A process of another version may say it in other words. The sweep finds what it told of.
    if (wake === null || wake.from === processId) return;
    const { lists, typing } = wake;
    if (lists) bell.ringHere(lists);
    if (typing) bell.typeHere(typing);
  };
  // Send one after the other, because a connection carries one query at a time.
  const say = (text: string, values: string[] = []) => {
    sent = sent.then(() => client?.query(text, values)).catch(() => undefined);
  };
  const send = (wake: Wake) => say("select pg_notify($1, $2)", [CHANNEL, JSON.stringify({ from: processId, ...wake })]);
  const asking = setInterval(() => say("select 1"), patience.askEveryMs ?? ASK_EVERY_MS);
  asking.unref();
  const flush = () => {
    isPlanned = false;
    const lists = [...pending];
    pending.clear();
    for (let start = 0; start < lists.length; start += LISTS_AT_ONCE_MAX)
      send({ lists: lists.slice(start, start + LISTS_AT_ONCE_MAX) });
  };
  const stopRings = bell.onLocalRing((listIds) => {
    for (const id of listIds) pending.add(id);
    if (isPlanned) return;
    isPlanned = true;
    setTimeout(flush, COALESCED_MS);
  });
  const stopTypings = bell.onLocalTyping((typing) => send({ typing }));
  await connect();
  return {
    async close() {
      isClosed = true;
      clearInterval(asking);
      stopRings();
      stopTypings();
      answers.close();
      // A server that is frozen does not answer an end.
      await Promise.race([client?.end().catch(() => undefined), pause(CLOSE_WITHIN_MS, undefined, { ref: false })]);
    },
  };
}

function readWake(payload: string): z.infer<typeof Wake> | null {
  try {
    return Wake.parse(JSON.parse(payload));
  } catch {
    return null;
  }
}
