import { setTimeout as pause } from "node:timers/promises";
import { Client } from "pg";
import { percentile } from "../report/percentile";

/**
 * The times from the start of a transaction, which inserts a row and notifies, to the notification on another
 * connection.
 */
export interface CommitToNotify {
  readonly p50Ms: number;
  readonly p99Ms: number;
}

const CHANNEL = "bench_commit";

/** Measures how long PostgreSQL alone takes to commit a row and notify a listener, at a steady pace. */
export async function commitToNotify(
  databaseUrl: string,
  { perSecond, measureMs }: { perSecond: number; measureMs: number },
): Promise<CommitToNotify> {
  const [writer, listener] = [
    new Client({ connectionString: databaseUrl }),
    new Client({ connectionString: databaseUrl }),
  ];
  await Promise.all([writer.connect(), listener.connect()]);
  const beganMs = new Map<string, number>();
  const durationsMs: number[] = [];
  listener.on("notification", ({ payload = "" }) => {
    const began = beganMs.get(payload);
    if (began !== undefined) durationsMs.push(performance.now() - began);
  });
  try {
    await writer.query("create table if not exists bench_note (id int primary key, body text)");
    await listener.query(`listen ${CHANNEL}`);
    const count = Math.floor((measureMs / 1000) * perSecond);
    for (let id = 0; id < count; id += 1) {
      beganMs.set(String(id), performance.now());
      await writer.query({
        name: "note",
        text: `with n as (insert into bench_note values ($1, 'a few words') returning id) select pg_notify('${CHANNEL}', id::text) from n`,
        values: [id],
      });
      await pause(1000 / perSecond);
    }
    return { p50Ms: percentile(durationsMs, 0.5), p99Ms: percentile(durationsMs, 0.99) };
  } finally {
    await Promise.all([writer.end(), listener.end()]);
  }
}
