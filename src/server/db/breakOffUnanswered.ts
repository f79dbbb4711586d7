import pg from "pg";

/** How often connections are looked at, and what happens after how many looks to one that waits for an answer. */
export type AnswerBounds = {
  lookEveryMs: number;
  /** After so many looks the server is asked for a sign of life, and again after as many more. */
  looksBeforeAsking: number;
  /** If it gives none within this time, all connections that wait are broken off. */
  signOfLifeWithinMs: number;
  /** After so many looks a connection is broken off even if its server lives; the server ends statements earlier. */
  looksMax: number;
};

const BOUNDS: AnswerBounds = { lookEveryMs: 500, looksBeforeAsking: 4, signOfLifeWithinMs: 3_000, looksMax: 40 };

/** Breaks off connections whose server no longer answers. */
export type AnswerWatch = { watch(client: pg.Client): void; close(): void };

/**
 * A server that is frozen, or behind a network that drops packets, closes no connection: a statement would wait for its
 * answer for ever, and its connection would stay in the pool. A slow statement is left alone as long as its server answers
 * others. Looks are counted instead of time, since a process that was itself stopped did not wait for the database.
 */
export function breakOffUnanswered(connectionString: string, bounds: AnswerBounds = BOUNDS): AnswerWatch {
  const looksOf = new Map<pg.Client, number>();
  let isAsking = false;

  const breakOff = (looksMin: number) => {
    for (const [client, looks] of looksOf) {
      if (looks < looksMin) continue;
      looksOf.delete(client);
      // While a statement is under way, `end` does not wait for the server.
      client.end().catch(() => undefined);
    }
  };
  const ask = async () => {
    isAsking = true;
    if (!(await givesSignOfLife(connectionString, bounds.signOfLifeWithinMs))) breakOff(bounds.looksBeforeAsking);
    isAsking = false;
  };
  const timer = setInterval(() => {
    let isToAsk = false;
    for (const [client, before] of looksOf) {
      looksOf.set(client, before + 1);
      if ((before + 1) % bounds.looksBeforeAsking === 0) isToAsk = true;
    }
    breakOff(bounds.looksMax);
    if (isToAsk && !isAsking) void ask();
  }, bounds.lookEveryMs);
  timer.unref();

  return {
    watch(client) {
      client.query = new Proxy(client.query, {
        apply(_query, self, given) {
          if (!looksOf.has(client)) looksOf.set(client, 0);
          return Reflect.apply(pg.Client.prototype.query, self, given);
        },
      });
      // Every statement has been answered.
      client.on("drain", () => void looksOf.delete(client));
      client.on("end", () => void looksOf.delete(client));
    },
    close: () => clearInterval(timer),
  };
}

/** Whether a server accepts a new connection, or says why it does not. */
async function givesSignOfLife(connectionString: string, withinMs: number): Promise<boolean> {
  const client = new pg.Client({
    connectionString,
    connectionTimeoutMillis: withinMs,
    application_name: "parley-probe",
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
    client.end().catch(() => undefined);
    return true;
  } catch (error) {
    return error instanceof pg.DatabaseError;
  }
}
