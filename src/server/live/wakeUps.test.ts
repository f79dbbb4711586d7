import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";
import pg from "pg";
import { pino } from "pino";
import { afterAll, afterEach, expect, test } from "vitest";
import { openTcpProxy, type TcpProxy } from "@/testing/server/openTcpProxy";
import { testDatabase } from "@/testing/world/database";
import { waitFor } from "@/testing/world/waitFor";
import { type Bell, openBell } from "./bell";
import { openWakeUps } from "./wakeUps";

const database = await testDatabase();
const pool = new pg.Pool({ connectionString: database.url, max: 1 });
const log = pino({ level: "silent" });
const PATIENCE = {
  askEveryMs: 50,
  answers: { lookEveryMs: 50, looksBeforeAsking: 20, signOfLifeWithinMs: 5_000, looksMax: 40 },
};
const endings: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

async function aProcess(url = database.url): Promise<Bell> {
  const bell = openBell();
  const { close } = await openWakeUps(url, { bell, log }, PATIENCE);
  endings.push(close);
  return bell;
}

async function proxied(): Promise<{ proxy: TcpProxy; url: string }> {
  const proxy = await openTcpProxy(database.url);
  endings.push(proxy.close);
  const url = new URL(database.url);
  url.port = new URL(proxy.url).port;
  return { proxy, url: url.href };
}

/** Rings at one process again and again until another hears it. */
const isHeard = (from: Bell, to: Bell) => {
  let hasHeard = false;
  const stop = to.onRing(() => {
    hasHeard = true;
  });
  return waitFor("a ring is heard", () => {
    from.ring(["a list"]);
    return hasHeard || undefined;
  }).finally(stop);
};

test("a process that only listens hears again after its connection has died without a word (13, 40)", async () => {
  const { proxy, url } = await proxied();
  const [speaker, listener] = [await aProcess(), await aProcess(url)];
  await isHeard(speaker, listener);
  proxy.goDead(false);
  await isHeard(speaker, listener);
});

test("what another version says is left alone, and the process goes on", async () => {
  const [speaker, listener] = [await aProcess(), await aProcess()];
  for (const payload of ["", "{", "[]", '{"from":1}', '{"from":"x","lists":"all"}'])
    await pool.query("select pg_notify('parley_wake', $1)", [payload]);
  await isHeard(speaker, listener);
});

test("a server that lets connect and refuses to listen gathers no connections", async () => {
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on("close", () => open.delete(socket));
    socket.on("error", () => undefined);
    socket.once("data", () => {
      socket.write(Buffer.concat([WELCOME, READY]));
      socket.on("data", () => void socket.write(Buffer.concat([REFUSAL, READY])));
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  endings.push(() => server.close());
  const { port } = server.address() as AddressInfo;
  await expect(openWakeUps(`postgres://u:p@127.0.0.1:${port}/x`, { bell: openBell(), log })).rejects.toThrow("standby");
  await waitFor("the connection is closed", () => (open.size === 0 ? true : undefined));
});

/** A message of PostgreSQL's protocol. */
function messageOf(type: string, body: string): Buffer {
  const bytes = Buffer.from(`${type}....${body}`, "latin1");
  bytes.writeInt32BE(bytes.length - 1, 1);
  return bytes;
}
const WELCOME = messageOf("R", "\0\0\0\0");
const READY = messageOf("Z", "I");
const REFUSAL = messageOf("E", "SERROR\0C25006\0Ma standby\0\0");
