import { afterAll, beforeAll, expect, test } from "vitest";
import { postMessage } from "@/server/conversation/commands/postMessage";
import { anOrganization } from "@/testing/scenes/anOrganization";
import { aRequest } from "@/testing/scenes/aRequest";
import { storedRequest, wordsOf } from "@/testing/scenes/storedRequest";
import { openTestWorld } from "@/testing/world/openTestWorld";
import type { Changes, Post } from "./changes";
import { commitTogether } from "./commitTogether";
import { composeChanges } from "./composeChanges";

const world = await openTestWorld();
const { deps } = world;
const commit = commitTogether(deps.pool);
let house: Awaited<ReturnType<typeof aHouse>>;

function aHouse() {
  return anOrganization(
    {
      teams: { cards: {} },
      categories: { card: { team: "cards", keywords: ["card"] } },
      reps: { ana: { teams: ["cards"], capacity: 500 } },
    },
    deps,
  );
}

beforeAll(async () => {
  house = await aHouse();
});
afterAll(() => world.close());

type Request = Awaited<ReturnType<typeof aRequest>>;

const requests = (count: number) =>
  Promise.all(Array.from({ length: count }, () => aRequest(house, { body: "My card" }, deps)));
const reply = ({ interactionId }: Request, body: string): Post => ({
  id: deps.newId(),
  interaction_id: interactionId,
  author_id: house.reps.ana.id,
  alias_name: "House",
  alias_picture: null,
  kind: "text",
  carrier: "web_chat",
  body,
  client_id: deps.newId(),
});
async function replying(request: Request, body = "An answer", versionsBehind = 0): Promise<Changes> {
  const { version } = await storedRequest(request.sequenceId, deps);
  return composeChanges(
    { at: deps.clock.now(), organizationId: house.id },
    {
      expect: [{ sequenceId: request.sequenceId, version: version - versionsBehind }],
      patchRequest: [{ sequence_id: request.sequenceId, last_reply_at: deps.clock.now(), bump: true }],
      posts: [reply(request, body)],
    },
  );
}
/** How many messages each transaction wrote. */
async function transactionsOf(written: readonly Request[]): Promise<number[]> {
  const { rows } = await deps.pool.query<{ count: number }>(
    "select count(*) as count from message where interaction_id = any($1) and author_id = $2 group by xmin::text order by 1",
    [written.map(({ interactionId }) => interactionId), house.reps.ana.id],
  );
  return rows.map(({ count }) => count);
}

test("replies in different matters at the same moment share a transaction, and each gets its own answer", async () => {
  const matters = await requests(6);
  const changes = await Promise.all(matters.map((each) => replying(each)));
  const outcomes = await Promise.all(changes.map(commit));
  expect(await transactionsOf(matters)).toEqual([6]);
  for (const [index, { posts }] of changes.entries()) {
    expect(outcomes[index]).toMatchObject({ outcome: "committed", posts: [{ id: posts?.[0]?.id, ordinal: 2 }] });
  }
  const rung = outcomes.flatMap((each) => (each.outcome === "committed" ? Object.keys(each.heads) : []));
  expect(new Set(rung)).toEqual(new Set([house.reps.ana.id, ...matters.map(({ contactId }) => contactId)]));
});

test("of two simultaneous decisions on one matter one is made, and the other learns that it is stale", async () => {
  const [matter] = await requests(1);
  if (!matter) throw new RangeError("one was asked for");
  const changes = [await replying(matter, "One"), await replying(matter, "Two")];
  const outcomes = await Promise.all(changes.map(commit));
  expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(["committed", "stale"]);
  expect(await wordsOf(matter.interactionId, deps)).toHaveLength(2);
});

test("a refused change does not take the rest of its batch with it", async () => {
  const matters = await requests(4);
  const [first, stale, ended, last] = matters;
  if (!first || !stale || !ended || !last) throw new RangeError("four were asked for");
  const changes = [
    await replying(first),
    await replying(stale, "Too late", 1),
    await replying(ended),
    await replying(last),
  ];
  await deps.db
    .updateTable("interaction")
    .set({ ended_at: deps.clock.now() })
    .where("id", "=", ended.interactionId)
    .execute();
  const outcomes = await Promise.allSettled(changes.map(commit));
  expect(outcomes).toMatchObject([
    { status: "fulfilled", value: { outcome: "committed" } },
    { status: "fulfilled", value: { outcome: "stale" } },
    { status: "rejected", reason: { code: "interaction_ended" } },
    { status: "fulfilled", value: { outcome: "committed" } },
  ]);
  expect(await Promise.all(matters.map(({ interactionId }) => wordsOf(interactionId, deps)))).toEqual([
    ["My card", "An answer"],
    ["My card"],
    ["My card"],
    ["My card", "An answer"],
  ]);
});

test("simultaneous messages of two organizations each stay in their own organization", async () => {
  const other = await anOrganization(
    {
      slug: "other",
      teams: { cards: {} },
      categories: { card: { team: "cards", keywords: ["card"] } },
      reps: { ana: { teams: ["cards"] } },
    },
    deps,
  );
  const [own] = await requests(1);
  const foreign = await aRequest(other, { body: "My card" }, deps);
  if (!own) throw new RangeError("one was asked for");
  const words = (interactionId: string) => ({
    interactionId,
    clientId: deps.newId(),
    body: "An answer",
    expectedAudience: "customer" as const,
  });
  await Promise.all([
    postMessage((await house.viewer("ana")).pov, words(own.interactionId), deps),
    postMessage((await other.viewer("ana")).pov, words(foreign.interactionId), deps),
  ]);
  const { rows } = await deps.pool.query<{ organization_id: string }>(
    `select m.organization_id from message m join interaction i on i.id = m.interaction_id
      where m.interaction_id = any($1) and m.organization_id = i.organization_id`,
    [[own.interactionId, foreign.interactionId]],
  );
  expect(rows).toHaveLength(4);
});
