import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Pov } from "@/domain/pov/pov";
import { canSee, type MessageStanding } from "@/domain/pov/visibility";
import { danglingPointers } from "@/testing/laws/pointers";
import { type TestDatabase, testDatabase } from "@/testing/world/database";
import { bank } from "../organizations/bank";
import { organizationRow } from "./founding/organizationRow";
import { insertRows, type Row } from "./founding/rows";
import type { DemoGiven } from "./playDemo";
import { isDemoWanted, seedDemo } from "./seedDemo";

const GIVEN: DemoGiven = {
  now: new Date("2026-11-23T10:30:00Z"),
  seed: "test",
  pastDays: 60,
  widgetOrigins: ["http://localhost:3001"],
  passwordHashes: new Map([["anneke@harbourbank.example", "$argon2id$given"]]),
  lockedHash: "$argon2id$nobody",
  hasExamples: true,
};

/** A few days of work, where more would show nothing else. */
const SHORT: DemoGiven = { ...GIVEN, pastDays: 4 };

let database: TestDatabase;
let client: Client;

beforeAll(async () => {
  database = await testDatabase();
  client = new Client({ connectionString: database.url });
  await client.connect();
  expect(await seedDemo(database.url, GIVEN)).toBe(true);
}, 600_000);

afterAll(async () => {
  await client?.end();
  await database?.drop();
});

test("the demo has two organizations with two months of work and a few dozen live requests", async () => {
  expect(await number("select count(*) from organization")).toBe(2);
  expect(await number("select count(*) from sequence")).toBeGreaterThanOrEqual(1_900);
  expect(await number("select count(*) from interaction where parent_id is not null")).toBeGreaterThanOrEqual(300);
  expect(await number("select count(*) from rating where score is not null")).toBeGreaterThanOrEqual(600);
  expect(await number("select count(*) from request where state <> 'retired'")).toBeGreaterThanOrEqual(30);
});

test("no column refers to a missing row, not even one without a foreign key", async () => {
  expect(await danglingPointers(client)).toEqual({});
});

test("the live requests show every state that a queue or a board has", async () => {
  const live = await column(
    "select distinct r.state || ' ' || s.state from request r join sequence s on s.id = r.sequence_id",
  );
  expect(live).toEqual(
    expect.arrayContaining([
      "queued open",
      "unassigned open",
      "assigned open",
      "assigned need_info",
      "assigned pending",
      "retired closed",
    ]),
  );
  const breached = "select count(*) from sla_clock c join request r using (sequence_id)";
  expect(await number(`${breached} where r.state <> 'retired' and c.breached_at is not null`)).toBeGreaterThan(1);
  expect(await number("select count(*) from request where state <> 'retired' and escalated_at is not null")).toBe(2);
  const invited = "from_at is null and until_at is null and declined_at is null";
  expect(await number(`select count(*) from participation where ${invited}`)).toBeGreaterThanOrEqual(4);
});

test("a second seed changes nothing", async () => {
  const before = await number("select count(*) from message");
  expect(await seedDemo(database.url, GIVEN)).toBe(false);
  expect(await number("select count(*) from message")).toBe(before);
});

test("the same seed gives the same rows in every table", async () => {
  const twins = await Promise.all([fingerprintsOfSeed(SHORT), fingerprintsOfSeed(SHORT)]);
  expect(Object.keys(twins[0]).length).toBeGreaterThan(30);
  expect(twins[0]).toEqual(twins[1]);
}, 240_000);

test("a seed that fails in the middle leaves an empty database", async () => {
  await onTestDatabase(async (other, url) => {
    const fails = seedDemo(url, SHORT, () => {
      throw new Error("stopped");
    });
    await expect(fails).rejects.toThrow("stopped");
    for (const table of ["organization", "party", "app_user", "message", "pov_entry", "graphile_worker.jobs"]) {
      expect((await other.query(`select from ${table}`)).rowCount, table).toBe(0);
    }
  });
}, 240_000);

test("the next seed after one that was killed in the middle leaves nothing of it", async () => {
  const whole = await fingerprintsOfSeed(SHORT);
  await onTestDatabase(async (other, url) => {
    await seedDemo(url, { ...SHORT, seed: "another" });
    // A killed seed leaves all that was played, without the widgets, which are written last.
    await other.query("delete from widget");
    expect(await isDemoWanted(url)).toBe(true);
    expect(await seedDemo(url, SHORT)).toBe(true);
    expect(await fingerprints(other)).toEqual(whole);
    expect(await isDemoWanted(url)).toBe(false);
  });
}, 240_000);

test("an organization that is not of the demo is left alone, even without a widget", async () => {
  await onTestDatabase(async (other, url) => {
    const demo = organizationRow(bank, randomUUID(), randomUUID(), GIVEN.now);
    await insertRows(other, { organization: [{ ...demo, calendar_id: null, is_demo: false }] });
    expect(await isDemoWanted(url)).toBe(false);
    expect(await seedDemo(url, SHORT)).toBe(false);
    expect((await other.query("select from organization")).rowCount).toBe(1);
  });
});

test("the positions of every list begin at 1, have no gap, and end at the list's head, in the order of time", async () => {
  const wrong = await column(
    `select l.party_id from pov_list l left join pov_entry e on e.list_id = l.party_id group by l.party_id, l.head
     having l.head <> count(e.*) or max(e.position) <> l.head or min(e.position) <> 1`,
  );
  expect(wrong).toEqual([]);
  expect(
    await number(
      `select count(*) from pov_entry a join pov_entry b on b.list_id = a.list_id and b.position = a.position + 1
       where b.written_at < a.written_at`,
    ),
  ).toBe(0);
  expect(await number("select count(*) from pov_entry where list_id not in (select party_id from pov_list)")).toBe(0);
});

test("the ordinals of every interaction begin at 1 and have no gap", async () => {
  const wrong = await column(
    `select i.id from interaction i left join message m on m.interaction_id = i.id group by i.id, i.last_ordinal
     having i.last_ordinal <> count(m.*) or max(m.ordinal) <> i.last_ordinal`,
  );
  expect(wrong).toEqual([]);
});

test("the used capacity of each rep is the sum of the weights of their requests, and never above their capacity", async () => {
  const wrong = await column(
    `select l.rep_id from rep_load l left join request r on r.assigned_to_id = l.rep_id and r.state = 'assigned'
     group by l.rep_id, l.used, l.capacity having l.used <> coalesce(sum(r.weight), 0) or l.used > l.capacity`,
  );
  expect(wrong).toEqual([]);
});

test("no list of a customer has an entry of an interaction that is not customer-facing (P3)", async () => {
  const internal = `select count(*) from pov_entry e join contact c on c.party_id = e.list_id
    left join message m on m.id = e.message_id
    join interaction i on i.id = coalesce(m.interaction_id, e.interaction_id)`;
  expect(await number(`${internal} where i.audience <> 'customer'`)).toBe(0);
  expect(
    await number("select count(*) from participation p join contact c using (party_id) where p.role <> 'customer'"),
  ).toBe(0);
});

test("a message is seen by those who took part and by nobody else, in backchannels and their parents (P1, P4)", async () => {
  const sight = await Promise.all([messageStandings(client), povs(client)]);
  const [messages, readers] = sight;
  expect(messages.length).toBeGreaterThan(500);
  for (const { standing, seers } of messages) {
    const seeing = readers.filter((pov) => canSee(pov, standing)).map(({ partyId }) => partyId);
    expect(seeing.sort()).toEqual(seers);
  }
}, 60_000);

test("every participant of a live interaction has its messages from the beginning of their part", async () => {
  const missing = await number(
    `select count(*) from participation p
     join interaction i on i.id = p.interaction_id
     join request r on r.sequence_id = i.sequence_id and r.state <> 'retired'
     join message m on m.interaction_id = i.id and m.ordinal > p.after_ordinal
     where p.from_at is not null and p.until_at is null and p.declined_at is null and not exists (
       select from pov_entry e where e.list_id = p.party_id and e.message_id = m.id)`,
  );
  expect(missing).toBe(0);
});

test("every live request has the timer of its next look", async () => {
  const withoutTimer = await number(
    `select count(*) from request r where r.state <> 'retired' and r.look_at is not null and not exists (
       select from graphile_worker.jobs j where j.key = 'look:' || r.sequence_id and j.run_at = r.look_at)`,
  );
  expect(withoutTimer).toBe(0);
  expect(await number("select count(*) from graphile_worker.jobs where task_identifier = 'lookAtRequest'")).toBe(
    await number("select count(*) from request where state <> 'retired' and look_at is not null"),
  );
});

test("each classifier has the examples that its administrator imported, and a look at it is due", async () => {
  const importers = await column(
    `select distinct o.slug || ' ' || r.role || ' ' || e.source from classifier_example e
     join rep r on r.party_id = e.by_id join organization o on o.id = e.organization_id order by 1`,
  );
  expect(importers).toEqual(["harbour-bank administrator import", "lumen-home administrator import"]);
  const untaught = `select count(*) from category k where k.team_id is not null
    and (select count(*) from classifier_example e where e.category_id = k.id) < 25`;
  expect(await number(untaught)).toBe(0);
  const due = "select count(*) from graphile_worker.jobs where task_identifier = 'lookAtClassifier' and run_at <";
  expect(await number(`${due} '${GIVEN.now.toISOString()}'`)).toBe(2);
});

test("people with a demo log-in find work: the reps their own requests, the specialists invitations", async () => {
  for (const email of ["anneke@harbourbank.example", "lars@lumenhome.example"]) {
    const own = `select count(*) from request r join rep on rep.party_id = r.assigned_to_id
      join app_user u on u.id = rep.user_id where r.state = 'assigned' and u.email = '${email}'`;
    expect(await number(own)).toBeGreaterThanOrEqual(3);
  }
  for (const email of ["oluwaseun@harbourbank.example", "katarzyna@lumenhome.example"]) {
    const invited = `select count(*) from participation p join rep on true join app_user u on u.id = rep.user_id
      where u.email = '${email}' and p.from_at is null and p.until_at is null and (p.party_id = rep.party_id
        or p.party_id in (select team_id from team_member m where m.rep_id = rep.party_id))`;
    expect(await number(invited)).toBeGreaterThanOrEqual(1);
  }
});

test("no message keeps an unfilled slot, and no message of the organization itself has a body", async () => {
  expect(await number("select count(*) from message where body ~ '\\{[a-zA-Z]+\\}'")).toBe(0);
  expect(await number("select count(*) from message where kind in ('feedback', 'rating_request') and body <> ''")).toBe(
    0,
  );
});

type Standing = { standing: MessageStanding; seers: string[] };

/** Messages of some hundred sequences, each with those who must see it: they took part when it was sent, or later. */
async function messageStandings(of: Client): Promise<Standing[]> {
  const { rows } = await of.query<{
    organization_id: string;
    audience: "customer" | "internal";
    team_id: string | null;
    listed: Record<string, number> | null;
    current: string[] | null;
    seers: string[] | null;
  }>(
    `select m.organization_id, i.audience, r.team_id,
       (select jsonb_object_agg(e.list_id, e.revision) from pov_entry e where e.message_id = m.id) as listed,
       (select array_agg(p.party_id) from participation p where p.interaction_id = i.id
         and p.from_at is not null and p.until_at is null and p.declined_at is null) as current,
       (select array_agg(distinct seer.id::text order by seer.id::text) from participation p
         join lateral (
           select p.party_id as id where p.party_id not in (select party_id from team) and p.party_id <> p.organization_id
           union select tm.rep_id from team_member tm where tm.team_id = p.party_id and p.until_at is null
           union select rep.party_id from rep where rep.organization_id = p.party_id and p.until_at is null
         ) seer on true
         where p.interaction_id = i.id and p.from_at is not null and p.after_ordinal < m.ordinal
           and (p.until_at is null or p.until_at > m.sent_at)) as seers
     from message m join interaction i on i.id = m.interaction_id join request r on r.sequence_id = i.sequence_id
     where r.state <> 'retired' or right(r.sequence_id::text, 1) = '7'`,
  );
  return rows.map((row) => ({
    standing: {
      organizationId: row.organization_id,
      revisionInList: new Map(Object.entries(row.listed ?? {})),
      currentPartyIds: new Set(row.current ?? []),
      audience: row.audience,
      teamId: row.team_id,
      revision: 1,
      isDeleted: false,
    },
    seers: row.seers ?? [],
  }));
}

/** The points of view of all reps and customers. Supervisors have only what they took part in themselves. */
async function povs(of: Client): Promise<Pov[]> {
  const { rows } = await of.query<Row<"party"> & { group_ids: string[] | null }>(
    `select p.*, (select array_agg(tm.team_id) from team_member tm where tm.rep_id = p.id) as group_ids
     from party p where p.kind in ('rep', 'contact')`,
  );
  return rows.map((party) => ({
    partyId: party.id,
    organizationId: party.organization_id,
    kind: party.kind === "rep" ? "member" : "external",
    groupIds: party.kind === "rep" ? [...(party.group_ids ?? []), party.organization_id] : [],
    supervisedTeamIds: [],
    memberView: "participants",
  }));
}

async function number(statement: string): Promise<number> {
  return Number((await column(statement))[0]);
}

async function column(statement: string): Promise<string[]> {
  const { rows } = await client.query<string[]>({ text: statement, rowMode: "array" });
  return rows.map(([first]) => String(first));
}

function fingerprintsOfSeed(given: DemoGiven): Promise<Record<string, string>> {
  return onTestDatabase(async (of, url) => {
    await seedDemo(url, given);
    return fingerprints(of);
  });
}

async function fingerprints(of: Client): Promise<Record<string, string>> {
  const { rows: tables } = await of.query<{ name: string }>(
    `select table_name as name from information_schema.tables
     where table_schema = 'public' and table_name not like '\\_%'`,
  );
  const found: Record<string, string> = {};
  for (const { name } of tables) found[name] = await fingerprint(of, name);
  return found;
}

async function onTestDatabase<Result>(work: (of: Client, url: string) => Promise<Result>): Promise<Result> {
  const testing = await testDatabase();
  const of = new Client({ connectionString: testing.url });
  await of.connect();
  try {
    return await work(of, testing.url);
  } finally {
    await of.end();
    await testing.drop();
  }
}

async function fingerprint(of: Client, table: string): Promise<string> {
  const { rows } = await of.query<{ hash: string }>(
    `select md5(coalesce(string_agg(line, '|' order by line), '')) as hash from (select t::text as line from ${table} t) lines`,
  );
  return rows[0]?.hash ?? "none";
}
