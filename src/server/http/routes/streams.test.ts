import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { revokeAllSessions } from "@/server/auth/signIn";
import { endDuty } from "@/server/availability/endDuty";
import { setAvailability } from "@/server/availability/setAvailability";
import { postMessage } from "@/server/conversation/commands/postMessage";
import { changeSequenceTags } from "@/server/request/commands/changeSequence";
import { handOverRequest } from "@/server/request/commands/handOverRequest";
import { aScene, aStage, type Scene, type Stage } from "@/testing/scenes/aScene";
import { answered, getHttp } from "@/testing/server/callHttp";
import { openStream, type TestStream } from "@/testing/server/openStream";
import { openTestServer, sessionCookie, type TestServer } from "@/testing/server/openTestServer";
import { openTestWorld } from "@/testing/world/openTestWorld";
import { waitFor } from "@/testing/world/waitFor";

const world = await openTestWorld();
const { deps, clock } = world;
const ENDED_WITHIN_MS = 5_000;

let server: TestServer;
let stage: Stage;
let scene: Scene;
let others: Scene;
const streams: TestStream[] = [];

beforeAll(async () => {
  stage = await aStage("bank", deps);
  [scene, others] = [await aScene(stage, deps), await aScene(stage, deps)];
  server = await openTestServer(deps);
});
afterEach(() => {
  for (const stream of streams.splice(0)) stream.close();
});
afterAll(async () => {
  await server.close();
  await world.close();
});

type Name = keyof Stage["reps"];

async function memberStream(name: Name, headers: Record<string, string> = {}, query = "") {
  const cookie = await sessionCookie(stage.reps[name].sessionId);
  return kept(await openStream(`${server.url}/api/live${query}`, { cookie, ...headers }));
}
async function customerStream(of: Scene, headers: Record<string, string> = {}, query = "") {
  return kept(
    await openStream(`${server.url}/api/customer/live?key=${stage.widgetKey}${query}`, {
      authorization: `Visitor ${of.token}`,
      ...headers,
    }),
  );
}
function kept(stream: TestStream): TestStream {
  streams.push(stream);
  return stream;
}

async function reply(of: Scene, body: string) {
  const { pov } = await stage.viewer("rep");
  const input = {
    interactionId: of.ids.interactionId,
    clientId: deps.newId(),
    body,
    expectedAudience: "customer" as const,
  };
  await postMessage(pov, input, deps);
}
const says = (body: string) => (frame: { data: Record<string, unknown> }) => JSON.stringify(frame.data).includes(body);

test("no stream opens without credentials, or with somebody else's", async () => {
  const live = `${server.url}/api/live`;
  const customerLive = `${server.url}/api/customer/live`;
  const bearer = { authorization: `Visitor ${scene.token}` };
  const cookie = await sessionCookie(stage.reps.rep.sessionId);
  const refused: [string, Record<string, string>][] = [
    [live, {}],
    [live, { cookie: await sessionCookie(deps.newId()) }],
    [live, { cookie: "parley-session=%00" }],
    [live, bearer],
    [customerLive, bearer],
    [`${customerLive}?key=pk_none`, bearer],
    [`${customerLive}?key=${stage.widgetKey}`, {}],
    [`${customerLive}?key=${stage.widgetKey}`, { cookie }],
    [`${customerLive}?key=${stage.widgetKey}`, { authorization: `Visitor ${"A".repeat(43)}` }],
    [`${customerLive}?key=${stage.widgetKey}&token=${scene.token}`, {}],
  ];
  for (const [url, headers] of refused) {
    const answer = await answered(fetch(url, { headers }));
    expect([answer.status, answer.body], url).toEqual([401, { code: "not_signed_in" }]);
  }
});

test("a reply reaches its customer and the rep who wrote it, and no other stream", async () => {
  const [customer, other, rep, stranger] = [
    await customerStream(scene),
    await customerStream(others),
    await memberStream("rep"),
    await memberStream("otherTeamRep"),
  ];
  await reply(scene, "First word");
  await customer.hear("the reply", says("First word"));
  await rep.hear("the reply", says("First word"));
  await reply(others, "A later word");
  await other.hear("the later reply", says("A later word"));
  expect(JSON.stringify(other.frames)).not.toContain("First word");
  expect(JSON.stringify(customer.frames)).not.toContain("A later word");
  expect(stranger.frames.filter(({ event }) => event !== "resync" && event !== "load")).toEqual([]);
});

test("a reader who comes back hears what they missed, in order, and nothing twice", async () => {
  const first = await customerStream(scene);
  await reply(scene, "One");
  const { id } = await first.hear("the reply", says("One"));
  first.close();
  await reply(scene, "Two");
  await reply(scene, "Three");
  const again = await customerStream(scene, { "last-event-id": id ?? "" });
  await again.hear("the last reply", says("Three"));
  const bodies = again.frames
    .filter(({ event }) => event === "message")
    .map(({ data }) => JSON.stringify(data).match(/"body":"(\w+)"/)?.[1]);
  expect(bodies).toEqual(["Two", "Three"]);
  expect(again.frames.map(({ event }) => event)).not.toContain("resync");
});

const GARBAGE = ["junk", "%00", "-1", "c.-1", "c.999999999999999", "c.1~", "~", "c.1.2", "a.1~".repeat(300), "c.1e9"];

test("a customer with a foreign or broken position is told to read anew, and hears nothing of others", async () => {
  await reply(others, "Only for the other one");
  const theirs = await customerStream(others);
  await reply(others, "Their mark");
  const { id } = await theirs.hear("the mark", says("Their mark"));
  for (const from of [...GARBAGE, `c.${Number(id?.split(".")[1]) + 1_000}`]) {
    const stream = await customerStream(scene, { "last-event-id": from });
    expect((await stream.hear(`a resync for ${from.slice(0, 20)}`, () => true)).event).toBe("resync");
    stream.close();
  }
  const stream = await customerStream(scene, { "last-event-id": id ?? "" });
  await reply(scene, "My own mark");
  await stream.hear("the own mark", says("My own mark"));
  expect(JSON.stringify(stream.frames)).not.toMatch(/Only for the other one|Their mark/);
});

test("a member with a foreign position is told to read anew, and hears nothing of others", async () => {
  const reps = await memberStream("rep");
  await reply(scene, "Mark of the rep");
  const { id } = await reps.hear("the mark", says("Mark of the rep"));
  for (const from of [...GARBAGE, id ?? ""]) {
    const stream = await memberStream("otherTeamRep", { "last-event-id": from });
    const first = await stream.hear(`a resync for ${from.slice(0, 20)}`, () => true);
    expect(first.event, from.slice(0, 40)).toBe("resync");
    expect(JSON.stringify(stream.frames)).not.toContain("Mark of the rep");
    stream.close();
  }
});

const followed = ({ event }: { event: string }) => event === "followed";

test("a supervisor's stream tells of the open request, and a stranger's tells nothing of it", async () => {
  const open = `?open=${scene.ids.sequenceId}`;
  const [supervisor, stranger, rep] = [
    await memberStream("supervisor", {}, open),
    await memberStream("otherTeamRep", {}, open),
    await memberStream("rep", {}, open),
  ];
  await supervisor.hear("the request", followed);
  const { length } = supervisor.frames;
  await reply(scene, "A word that is followed");
  await waitFor("the change", () => supervisor.frames.slice(length).find(followed));
  await rep.hear("the reply", says("A word that is followed"));
  expect(stranger.frames.filter(({ event }) => event !== "resync" && event !== "load")).toEqual([]);
  expect(rep.frames.filter(followed)).toEqual([]);
});

test("with a malformed id of an open request, the stream follows lists alone", async () => {
  const stream = await memberStream("supervisor", {}, "?open=%27or%201=1");
  await stream.hear("the beginning", ({ event }) => event === "resync");
});

test("a board also tells of changes behind its figures that leave the figures as they are", async () => {
  const [board, plain] = [await memberStream("supervisor", {}, "?board=1"), await memberStream("rep", {}, "?board=1")];
  await board.hear("the figures", ({ event }) => event === "board");
  const { pov } = await stage.viewer("rep");
  await changeSequenceTags(pov, { sequenceId: scene.ids.sequenceId, add: ["moved"], remove: [] }, deps);
  await board.hear("that something moved", ({ event }) => event === "board_moved");
  expect(plain.frames.filter(({ event }) => event.startsWith("board"))).toEqual([]);
});

test("the streams of ended sessions end within seconds, and hear nothing that is said later", async () => {
  const stream = await memberStream("rep");
  const witness = await customerStream(scene);
  await revokeAllSessions(stage.reps.rep.userId, deps);
  await reviveAfter("rep", async () => {
    await stream.ended(ENDED_WITHIN_MS);
    expect(
      (await getHttp(server.url, "me.get", undefined, { cookie: await sessionCookie(stage.reps.rep.sessionId) }))
        .status,
    ).toBe(401);
  });
  await reply(scene, "After the end");
  await witness.hear("the reply", says("After the end"));
  expect(JSON.stringify(stream.frames)).not.toContain("After the end");
});

async function reviveAfter(name: Name, work: () => Promise<void>) {
  await work();
  await deps.db
    .updateTable("user_session")
    .set({ revoked_at: null })
    .where("id", "=", stage.reps[name].sessionId)
    .execute();
}

test("deactivation and an expired session end a stream, even if nothing is said in between", async () => {
  const supervisor = await memberStream("supervisor");
  await deps.db
    .updateTable("party")
    .set({ deactivated_at: clock.now() })
    .where("id", "=", stage.reps.supervisor.id)
    .execute();
  await reply(scene, "Not for the dismissed");
  await supervisor.ended(ENDED_WITHIN_MS);
  expect(JSON.stringify(supervisor.frames)).not.toContain("Not for the dismissed");
  await deps.db.updateTable("party").set({ deactivated_at: null }).where("id", "=", stage.reps.supervisor.id).execute();

  const colleague = await memberStream("colleague");
  await deps.db
    .updateTable("user_session")
    .set({ expires_at: clock.now() })
    .where("id", "=", stage.reps.colleague.sessionId)
    .execute();
  await colleague.ended(ENDED_WITHIN_MS);
});

test("a rep who leaves a team reads anew at once, and hears no more of its queue", async () => {
  const stream = await memberStream("otherTeamRep");
  await stream.hear("the beginning", ({ event }) => event === "resync");
  await deps.db
    .updateTable("team_member")
    .set({ until_at: clock.now() })
    .where("rep_id", "=", stage.reps.otherTeamRep.id)
    .execute();
  await deps.db
    .updateTable("rep_load")
    .set({ availability: "busy" })
    .where("rep_id", "=", stage.reps.otherTeamRep.id)
    .execute();
  const { pov } = await stage.viewer("rep");
  await handOverRequest(pov, { sequenceId: others.ids.sequenceId, to: { teamId: stage.teams.loans } }, deps);
  const { rows } = await deps.pool.query("select state from request where sequence_id = $1", [others.ids.sequenceId]);
  expect(rows).toEqual([{ state: "queued" }]);
  await expect
    .poll(() => stream.frames.filter(({ event }) => event === "resync").length, { timeout: ENDED_WITHIN_MS })
    .toBe(2);
  expect(JSON.stringify(stream.frames)).not.toContain(others.ids.sequenceId);
});

test("a customer's stream ends with their credential, before anything more is told", async () => {
  const stream = await customerStream(scene);
  await stream.hear("the beginning", ({ event }) => event === "resync");
  await deps.db
    .updateTable("visitor_session")
    .set({ revoked_at: clock.now() })
    .where("contact_id", "=", scene.ids.contactId)
    .execute();
  await reply(scene, "Too late for them");
  await stream.ended(ENDED_WITHIN_MS);
  expect(JSON.stringify(stream.frames)).not.toContain("Too late for them");
});

test("one party has at most twelve streams, and a closed one makes room", async () => {
  const open = await Promise.all(Array.from({ length: 12 }, () => memberStream("administrator")));
  expect(open.map(({ status }) => status)).toEqual(open.map(() => 200));
  expect((await memberStream("administrator")).status).toBe(429);
  open[0]?.close();
  await expect.poll(async () => (await memberStream("administrator")).status, { timeout: ENDED_WITHIN_MS }).toBe(200);
});

test("an open page of a rep who is taken off duty hears of it, when and why", async () => {
  const { pov } = await stage.viewer("otherTeamRep");
  await setAvailability(pov, { availability: "available" }, deps);
  const stream = await memberStream("otherTeamRep");
  await stream.hear("their own load", ({ event }) => event === "load");
  await endDuty(pov.partyId, { cause: "unseen", unseenSince: clock.now() }, deps);
  const { data } = await stream.hear(
    "that they are away",
    ({ event, data: { availability } }) => event === "load" && availability === "away",
  );
  expect(data.absence).toEqual({ cause: "unseen", at: clock.now(), before: "available" });
});
