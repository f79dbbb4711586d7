import { afterAll, expect, test } from "vitest";
import { aScene, aStage, type Scene } from "@/testing/scenes/aScene";
import { postHttp } from "@/testing/server/callHttp";
import { sessionCookie } from "@/testing/server/openTestServer";
import { type Child, runChild } from "@/testing/server/runChild";
import { openTestWorld } from "@/testing/world/openTestWorld";
import { waitFor } from "@/testing/world/waitFor";

const world = await openTestWorld();
const { deps } = world;
const CLIENTS = 8;
const SENDS = 200;
const STARTED_WITHIN_MS = 30_000;
const running: Child[] = [];

afterAll(async () => {
  for (const { process } of running) process.kill("SIGKILL");
  await Promise.all(running.map(({ ended }) => ended));
  await world.close();
});

async function startServer(): Promise<{ child: Child; url: string }> {
  const child = runChild("src/testing/server/serveApi.ts", { DATABASE_URL: world.databaseUrl });
  running.push(child);
  const look = () => /listening (\S+)/.exec(child.output())?.[1];
  const url = await waitFor("the server listens", look, STARTED_WITHIN_MS).catch((error: unknown) => {
    throw new Error(`${String(error)}\n${child.output()}`);
  });
  return { child, url };
}

/** Somebody who writes one message after the other into their own request. */
type Sender = {
  authorId: string;
  path: string;
  headers: Record<string, string>;
  input(clientId: string, body: string): unknown;
  /** What they want to send, in order. */
  wanted: { clientId: string; body: string }[];
  /** What the server acknowledged as stored. */
  acknowledged: Set<string>;
};

async function customers(scenes: readonly Scene[], key: string): Promise<Sender[]> {
  return scenes.map(({ ids, token }) => ({
    authorId: ids.contactId,
    path: "customer.post",
    headers: { authorization: `Visitor ${token}` },
    input: (clientId, body) => ({ key, clientId, body }),
    wanted: [],
    acknowledged: new Set(),
  }));
}

/** Sends what is not acknowledged yet, in order. Like a client's outbox, it stops at the first that gets no answer. */
async function sendAll(serverUrl: string, sender: Sender, onAcknowledged: () => void): Promise<void> {
  for (const { clientId, body } of sender.wanted) {
    if (sender.acknowledged.has(clientId)) continue;
    const answer = await postHttp(serverUrl, sender.path, sender.input(clientId, body), sender.headers).catch(
      () => null,
    );
    if (answer === null) return;
    expect(answer.status, answer.text).toBe(200);
    sender.acknowledged.add(clientId);
    onAcknowledged();
  }
}

async function storedBy(authorId: string) {
  return deps.db
    .selectFrom("message")
    .select(["client_id", "body"])
    .where("author_id", "=", authorId)
    .where("body", "like", "Word %")
    .orderBy("ordinal")
    .execute();
}

test("a server killed amid 200 sends keeps all that it acknowledged, and retries complete the rest, once and in order", async () => {
  const stage = await aStage("bank", deps);
  const scenes: Scene[] = [];
  for (let count = 0; count < CLIENTS; count += 1) scenes.push(await aScene(stage, deps));
  // The servers run in real time.
  await deps.db
    .updateTable("user_session")
    .set({ expires_at: new Date("2100-01-01") })
    .execute();
  await deps.db
    .updateTable("visitor_session")
    .set({ expires_at: new Date("2100-01-01") })
    .execute();
  const [first, ...others] = scenes;
  if (!first) throw new Error("there are eight");
  const rep: Sender = {
    authorId: stage.reps.rep.id,
    path: "interaction.post",
    headers: { cookie: await sessionCookie(stage.reps.rep.sessionId) },
    input: (clientId, body) => ({
      interactionId: first.ids.interactionId,
      clientId,
      body,
      expectedAudience: "customer",
    }),
    wanted: [],
    acknowledged: new Set(),
  };
  // Seven customers stay below their limit of messages per minute. The rep sends the rest.
  const senders = [...(await customers(others, stage.widgetKey)), rep];
  for (const sender of senders) {
    const count = sender === rep ? SENDS - 15 * others.length : 15;
    for (let n = 0; n < count; n += 1) sender.wanted.push({ clientId: deps.newId(), body: `Word ${n}` });
  }
  let acknowledged = 0;
  const { child, url } = await startServer();
  const killAt = SENDS / 2;
  const onAcknowledged = () => {
    acknowledged += 1;
    if (acknowledged === killAt) child.process.kill("SIGKILL");
  };
  await Promise.all(senders.map((sender) => sendAll(url, sender, onAcknowledged)));
  await child.ended;
  expect(acknowledged).toBeGreaterThanOrEqual(killAt);
  expect(acknowledged).toBeLessThan(SENDS);
  for (const { authorId, acknowledged: known } of senders) {
    const stored = new Set((await storedBy(authorId)).map(({ client_id }) => client_id));
    expect([...known].filter((clientId) => !stored.has(clientId))).toEqual([]);
  }

  const again = await startServer();
  for (const sender of senders) {
    // A client does not know which sends got through, so it sends the last acknowledged one again, too.
    const last = [...sender.acknowledged].at(-1);
    if (last) sender.acknowledged.delete(last);
    await sendAll(again.url, sender, () => undefined);
    expect(await storedBy(sender.authorId)).toEqual(
      sender.wanted.map(({ clientId, body }) => ({ client_id: clientId, body })),
    );
  }
  const { rows } = await deps.pool.query(
    "select l.party_id from pov_list l where l.head <> (select count(*) from pov_entry e where e.list_id = l.party_id)",
  );
  expect(rows).toEqual([]);
}, 90_000);
