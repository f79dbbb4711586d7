import { afterAll, expect, test } from "vitest";
import type { Pov } from "@/domain/pov/pov";
import { aCast } from "@/testing/scenes/aCast";
import { openAside } from "@/testing/scenes/openAside";
import { openTestWorld } from "@/testing/world/openTestWorld";
import { postMessage } from "../conversation/commands/postMessage";
import { postAsCustomer } from "../customer/commands/postAsCustomer";
import { entriesAfter, type ListEntry } from "../live/entries";
import { readHeads } from "../pov/presentPosition";
import { takeRequest } from "../request/commands/takeRequest";
import { commitChanges } from "./commitChanges";
import { composeChanges } from "./composeChanges";

const world = await openTestWorld();
const { deps } = world;
afterAll(() => world.close());

const WRITERS = 20;
const ROUNDS = 3;

type Written = { list_id: string; position: number; interaction_id: string; ordinal: number };

/** Sue has both customers' requests, each with a backchannel with ana and one with ben: all of them share sue. */
async function overlapping(slug: string) {
  const cast = await aCast(slug, deps);
  const [sue, ana, ben] = [await cast.pov("sue"), await cast.pov("ana"), await cast.pov("ben")];
  const places: { interactionId: string; by: Pov; audience: "customer" | "internal" }[] = [];
  for (const { contactId } of Object.values(cast.customers)) {
    await postAsCustomer(contactId, { clientId: deps.newId(), body: "hm", categoryId: null }, deps);
    const request = await deps.db
      .selectFrom("request")
      .select(["sequence_id", "interaction_id"])
      .where("contact_id", "=", contactId)
      .executeTakeFirstOrThrow();
    await takeRequest(sue, request.sequence_id, deps);
    places.push({ interactionId: request.interaction_id, by: sue, audience: "customer" });
    for (const guest of [ana, ben]) {
      const interactionId = await openAside(sue, { parentId: request.interaction_id, guest }, deps);
      places.push({ interactionId, by: sue, audience: "internal" }, { interactionId, by: guest, audience: "internal" });
    }
  }
  return { cast, places };
}

/** Follows lists as a stream does, and returns the entries that it got. */
async function tailed(listIds: readonly string[], isOver: () => boolean): Promise<ListEntry[]> {
  const positions = await readHeads(listIds, deps);
  const handed: ListEntry[] = [];
  for (let over = false; ; over = isOver()) {
    const entries = await entriesAfter(
      listIds.map((listId) => ({ listId, position: positions.get(listId) ?? 0 })),
      deps,
    );
    for (const { list_id, position } of entries) positions.set(list_id, position);
    handed.push(...entries);
    if (over && entries.length === 0) return handed;
  }
}

/** Whatever the order of commits, a reader who follows a list never skips an entry. */
test("lists have no gaps, heads are right and positions ascend in commit order under parallel writers", {
  timeout: 60_000,
}, async () => {
  const { cast, places } = await overlapping("busy");
  const before = await deps.pool.query<{ party_id: string }>("select party_id from pov_list order by party_id");
  const listIds = before.rows.map(({ party_id }) => party_id);
  const startedAt = await readHeads(listIds, deps);
  let isOver = false;
  const tail = tailed(listIds, () => isOver);
  for (let round = 0; round < ROUNDS; round += 1) {
    const posts = Array.from({ length: WRITERS }, (_, index) => {
      const customer = Object.values(cast.customers)[index % 2];
      const place = places[index % places.length];
      if (index % 5 === 0 && customer) {
        return postAsCustomer(customer.contactId, { clientId: deps.newId(), body: "more", categoryId: null }, deps);
      }
      if (!place) throw new RangeError("there is always a place");
      const { interactionId, by, audience } = place;
      const words = { interactionId, clientId: deps.newId(), body: `${index}`, expectedAudience: audience };
      return postMessage(by, words, deps);
    });
    await Promise.all(posts);
  }
  isOver = true;
  const handed = await tail;

  const heads = await readHeads(listIds, deps);
  const { rows } = await deps.pool.query<Written>(
    "select list_id, position, interaction_id, ordinal from pov_entry order by list_id, position",
  );
  for (const listId of listIds) {
    const written = rows.filter(({ list_id }) => list_id === listId);
    expect(written.map(({ position }) => position)).toEqual(written.map((_, index) => index + 1));
    expect(heads.get(listId) ?? 0).toBe(written.length);
    const tailedPositions = handed.filter(({ list_id }) => list_id === listId).map(({ position }) => position);
    const from = startedAt.get(listId) ?? 0;
    expect(tailedPositions).toEqual(written.slice(from).map(({ position }) => position));
    for (const interactionId of new Set(written.map(({ interaction_id }) => interaction_id))) {
      const ordinals = written.filter((each) => each.interaction_id === interactionId && each.ordinal !== null);
      const inOrder = ordinals.map(({ ordinal }) => ordinal);
      expect(inOrder).toEqual([...inOrder].sort((a, b) => a - b));
    }
  }
  const count = await deps.pool.query<{ count: number }>(
    "select count(*) from message where body <> 'hm' and body <> 'What do you think?' and kind = 'text'",
  );
  expect(count.rows[0]?.count).toBe(WRITERS * ROUNDS);
});

/** Lists are locked in the order of parties, so writers of the same lists wait and none deadlocks. */
test("parallel writers of the same lists wait for each other and never have to retry", async () => {
  const { cast, places } = await overlapping("waiting");
  const outcomes = await Promise.all(
    Array.from({ length: 2 * WRITERS }, (_, index) => {
      const place = places[index % places.length];
      if (!place) throw new RangeError("there is always a place");
      const id = deps.newId();
      return commitChanges(
        deps.pool,
        composeChanges(
          { at: deps.clock.now(), organizationId: cast.house.id },
          {
            posts: [
              {
                id,
                interaction_id: place.interactionId,
                author_id: place.by.partyId,
                alias_name: "",
                alias_picture: null,
                kind: "text",
                carrier: "web_chat",
                body: `${index}`,
                client_id: id,
              },
            ],
          },
        ),
      );
    }),
  );
  expect(outcomes.filter(({ outcome }) => outcome !== "committed")).toEqual([]);
});
