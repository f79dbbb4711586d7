import { afterAll, beforeAll, expect, test } from "vitest";
import { DRAWN_FOR_HEADER, DRAWN_FOR_PARAMETER } from "@/contract/views/drawnFor";
import { revokeSession } from "@/server/auth/signIn";
import { contentsOf } from "@/testing/laws/contentsOf";
import { aScene, aStage, type Scene, type Stage } from "@/testing/scenes/aScene";
import { isMutation, PROCEDURE_PATHS } from "@/testing/scenes/callProcedure";
import { answered, getHttp, postHttp } from "@/testing/server/callHttp";
import { openStream } from "@/testing/server/openStream";
import { openTestServer, sessionCookie, type TestServer } from "@/testing/server/openTestServer";
import { openTestWorld } from "@/testing/world/openTestWorld";

const world = await openTestWorld();
const { deps } = world;

let server: TestServer;
let stage: Stage;
let scene: Scene;

beforeAll(async () => {
  stage = await aStage("bank", deps);
  scene = await aScene(stage, deps);
  server = await openTestServer(deps);
});
afterAll(async () => {
  await server.close();
  await world.close();
});

/** The procedures of members. Those of customers, and those for everybody, have no viewer. */
const OF_MEMBERS = PROCEDURE_PATHS.filter((path) => !path.startsWith("customer.") && !path.startsWith("setup."));

/** The browser of somebody else, with a tab that was drawn for the rep. */
async function tabOfRep(name: keyof Stage["reps"]) {
  return { cookie: await sessionCookie(stage.reps[name].sessionId), [DRAWN_FOR_HEADER]: stage.reps.rep.id };
}
const refusal = { message: "other_viewer", data: { httpStatus: 409, facts: { name: "supervisor of bank" } } };

test("every procedure refuses a page that was drawn for somebody else, and changes nothing", async () => {
  expect(OF_MEMBERS.length).toBeGreaterThan(20);
  const before = await contentsOf(deps);
  const headers = await tabOfRep("supervisor");
  for (const path of OF_MEMBERS) {
    const call = isMutation(path) ? postHttp : getHttp;
    const { status, body } = await call(server.url, path, { sequenceId: scene.ids.sequenceId }, headers);
    expect({ path, status, body }).toMatchObject({ path, status: 409, body: { error: { json: refusal } } });
  }
  expect(await contentsOf(deps)).toEqual(before);
});

test("the viewer's own page is answered in every session of theirs", async () => {
  const { status } = await getHttp(server.url, "me.get", undefined, await tabOfRep("rep"));
  expect(status).toBe(200);
});

test("each call of a batch is refused", async () => {
  const headers = { "content-type": "application/json", ...(await tabOfRep("supervisor")) };
  const { status, body } = await answered(
    fetch(`${server.url}/api/trpc/me.setAvailability,me.setAvailability?batch=1`, {
      method: "POST",
      headers,
      body: JSON.stringify({ 0: { json: { availability: "busy" } }, 1: { json: { availability: "away" } } }),
    }),
  );
  expect(status).toBe(409);
  expect(body).toMatchObject([{ error: { json: refusal } }, { error: { json: refusal } }]);
});

test("no stream opens for a page of somebody else", async () => {
  const address = (viewerId: string) =>
    `${server.url}/api/live?${new URLSearchParams({ [DRAWN_FOR_PARAMETER]: viewerId })}`;
  const headers = { cookie: await sessionCookie(stage.reps.supervisor.sessionId) };
  const refused = await answered(fetch(address(stage.reps.rep.id), { headers }));
  expect([refused.status, refused.body]).toEqual([
    409,
    { code: "other_viewer", facts: { name: "supervisor of bank" } },
  ]);
  const own = await openStream(address(stage.reps.supervisor.id), headers);
  expect(own.status).toBe(200);
  own.close();
});

test("a page of somebody else can neither import nor export examples", async () => {
  const before = await contentsOf(deps);
  const headers = await tabOfRep("administrator");
  const address = `${server.url}/api/classifier/examples`;
  const answers = [
    fetch(address, { method: "POST", headers: { ...headers, "content-type": "text/csv" }, body: "text,category\n" }),
    fetch(`${address}.csv`, { headers }),
    fetch(`${address}.csv?${new URLSearchParams({ [DRAWN_FOR_PARAMETER]: stage.reps.rep.id })}`, {
      headers: { cookie: headers.cookie },
    }),
  ];
  for (const answer of answers) {
    const { status, body } = await answered(answer);
    expect([status, body]).toEqual([409, { code: "other_viewer", facts: { name: "administrator of bank" } }]);
  }
  expect(await contentsOf(deps)).toEqual(before);
});

test("a page signs out only the viewer for whom it was drawn", async () => {
  const signOut = (headers: Record<string, string>) =>
    answered(fetch(`${server.url}/api/auth/signout`, { method: "POST", headers }));
  expect((await signOut(await tabOfRep("supervisor"))).status).toBe(409);
  expect((await signOut(await tabOfRep("rep"))).status).toBe(200);
});

test("an ended session is answered as signed out, not as somebody else's", async () => {
  await revokeSession(stage.reps.colleague.sessionId, deps);
  const { status } = await getHttp(server.url, "me.get", undefined, await tabOfRep("colleague"));
  expect(status).toBe(401);
});
