import { afterAll, expect, test } from "vitest";
import { openTcpProxy } from "@/testing/server/openTcpProxy";
import { testDatabase } from "@/testing/world/database";
import { withClient } from "./withClient";

const database = await testDatabase();
afterAll(() => database.drop());

test("a connection that breaks fails the work, and does not end the process", async () => {
  const broken = withClient(database.url, async (client) => {
    const isOver = new Promise<void>((resolve) => client.on("end", () => resolve()));
    const { rows } = await client.query("select pg_backend_pid() as pid");
    await withClient(database.url, (other) => other.query("select pg_terminate_backend($1)", [rows[0].pid]));
    await isOver;
    await client.query("select 1");
  });
  await expect(broken).rejects.toThrow("not queryable");
});

test("a server that falls silent fails a bounded statement, and the connection is closed (40)", async () => {
  const proxy = await openTcpProxy(database.url);
  const url = new URL(database.url);
  url.port = new URL(proxy.url).port;
  const silent = withClient(
    url.href,
    (client) => {
      proxy.goDead(false);
      return client.query("select 1");
    },
    { queryWithinMs: 200 },
  );
  await expect(silent).rejects.toThrow("timeout");
  proxy.close();
});
