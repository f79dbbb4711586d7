import { afterAll, expect, test } from "vitest";
import { anOrganization } from "@/testing/scenes/anOrganization";
import { runChild } from "@/testing/server/runChild";
import { openTestWorld } from "@/testing/world/openTestWorld";

const world = await openTestWorld();
const { deps } = world;
afterAll(() => world.close());

const REPS = 20;
const CAPACITY = 5;
const REQUESTS = 1_000;
const PROCESSES = 2;

/** Records each moment in which a rep was above capacity or a request had two responders, whatever caused it. */
const WITNESS = `
  create table violation (what text);
  create function witness_load() returns trigger language plpgsql as $$ begin
    if new.used > new.capacity or new.used < 0 then insert into violation values ('load ' || new.used); end if;
    return new; end $$;
  create trigger witness after update on rep_load for each row execute function witness_load();
  create function witness_part() returns trigger language plpgsql as $$ begin
    if (select count(*) from participation where interaction_id = new.interaction_id and role = 'responder'
      and until_at is null) > 1 then insert into violation values ('two responders'); end if;
    return null; end $$;
  create constraint trigger witness after insert on participation deferrable initially deferred
    for each row execute function witness_part();`;

async function rowsOf(text: string): Promise<unknown[]> {
  return (await deps.pool.query(text)).rows;
}

test("1,000 requests against 20 reps of capacity 5 from two processes: never above capacity, never two responders, none forgotten", async () => {
  const names = Array.from({ length: REPS }, (_, index) => `rep${index}`);
  const rep = { teams: ["cards" as const], capacity: CAPACITY };
  const house = await anOrganization<"cards", "card", string>(
    {
      teams: { cards: {} },
      categories: { card: { team: "cards", keywords: ["card"] } },
      reps: Object.fromEntries(names.map((name) => [name, rep])),
    },
    deps,
  );
  await deps.pool.query(WITNESS);
  // The child processes use the real clock, so the sessions must too.
  await deps.db
    .updateTable("user_session")
    .set({ expires_at: new Date("2100-01-01") })
    .execute();
  const environment = {
    DATABASE_URL: world.databaseUrl,
    WIDGET_KEY: house.widgetKey,
    SESSIONS: Object.values(house.reps)
      .map(({ sessionId }) => sessionId)
      .join(","),
    REQUESTS: String(REQUESTS / PROCESSES),
    REQUESTS_OF_ALL: String(REQUESTS),
  };
  const children = Array.from({ length: PROCESSES }, () =>
    runChild("src/testing/server/routeAndDrain.ts", environment),
  );
  const codes = await Promise.all(children.map(({ ended }) => ended));
  expect(codes, children.map(({ output }) => output()).join("\n")).toEqual([0, 0]);

  expect(await rowsOf("select distinct what from violation")).toEqual([]);
  expect(await rowsOf("select state, count(*) from request group by state")).toEqual([
    { state: "retired", count: REQUESTS },
  ]);
  expect(await rowsOf("select sum(used)::int as used from rep_load")).toEqual([{ used: 0 }]);
  // In the end each request is with exactly one rep: the one whose part in it is open.
  expect(
    await rowsOf(`select count(*) from request r where (select array_agg(p.party_id) from participation p
      where p.interaction_id = r.interaction_id and p.role = 'responder' and p.until_at is null) = array[r.assigned_to_id]`),
  ).toEqual([{ count: REQUESTS }]);
  // No request was with two reps at any moment.
  expect(
    await rowsOf(`select count(*) from participation a join participation b on b.interaction_id = a.interaction_id and b.id > a.id
      where a.role = 'responder' and b.role = 'responder' and a.until_at > b.from_at and b.until_at > a.from_at`),
  ).toEqual([{ count: 0 }]);
  expect(
    await rowsOf(
      "select count(*) > 100 as waited from participation where role = 'responder' and until_at is not null",
    ),
  ).toEqual([{ waited: true }]);
}, 90_000);
