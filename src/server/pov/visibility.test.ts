import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, expect, test } from "vitest";
import type { MemberView, Pov } from "@/domain/pov/pov";
import { type MessageStanding, seenRevision as seenByRule } from "@/domain/pov/visibility";
import { history, LONG_STORY, type Step } from "@/testing/laws/histories";
import { playHistory } from "@/testing/laws/playHistory";
import { newStage, type Stage } from "@/testing/laws/stage";
import { memberPovs } from "@/testing/scenes/aCast";
import { openTestWorld } from "@/testing/world/openTestWorld";
import type { Deps } from "../deps";
import { seenRevision } from "./visibility";
import { visibleMessages } from "./visibleMessages";

const world = await openTestWorld();
afterAll(() => world.close());

const MEMBER_VIEWS: MemberView[] = [
  "participants",
  "team_customer_facing",
  "organization_customer_facing",
  "everything",
];
const RUNS = { numRuns: 40, seed: 9_497_150, endOnFailure: true, examples: [[LONG_STORY]] as [Step[]][] };

let run = 0;
const aStage = () => {
  run += 1;
  return newStage(run, world);
};

type Facts = MessageStanding & { id: string; interactionId: string };

/** The facts that the rule decides on, read from the tables without any check of visibility. */
async function factsOf(organizationId: string, { db }: Deps): Promise<Facts[]> {
  const { rows } = await sql<
    Omit<Facts, "revisionInList" | "currentPartyIds"> & { revisions: object; parties: string[] }
  >`
    select m.id, m.interaction_id as "interactionId", m.organization_id as "organizationId", i.audience, r.team_id as "teamId",
      m.revision, m.deleted_at is not null as "isDeleted",
      (select coalesce(jsonb_object_agg(e.list_id, e.revision), '{}') from
        (select list_id, max(revision) as revision from pov_entry where message_id = m.id group by list_id) e) as revisions,
      array(select p.party_id::text from participation p where p.interaction_id = i.id and p.from_at is not null
        and p.until_at is null and p.declined_at is null) as parties
    from message m join interaction i on i.id = m.interaction_id left join request r on r.sequence_id = i.sequence_id
    where m.organization_id = ${organizationId} order by m.id`.execute(db);
  return rows.map(({ revisions, parties, ...facts }) => ({
    ...facts,
    revisionInList: new Map(Object.entries(revisions)),
    currentPartyIds: new Set(parties),
  }));
}

async function seenBySql(pov: Pov, organizationId: string, { db }: Deps): Promise<Record<string, number | null>> {
  const { rows } = await sql<{ id: string; revision: number | null }>`
    select m.id, ${seenRevision(pov)} as revision from message m join interaction i on i.id = m.interaction_id
    where m.organization_id = ${organizationId}`.execute(db);
  return Object.fromEntries(rows.map(({ id, revision }) => [id, revision]));
}

async function povsOf({ cast }: Stage): Promise<Pov[]> {
  const members = await memberPovs(cast);
  const newcomer: Pov = { ...members.ana, partyId: world.deps.newId(), groupIds: [cast.house.id] };
  const stranger: Pov = { ...members.sue, partyId: world.deps.newId(), organizationId: world.deps.newId() };
  const inEveryView = [...Object.values(members), newcomer, stranger].flatMap((pov) =>
    MEMBER_VIEWS.map((memberView) => ({ ...pov, memberView })),
  );
  return [...inEveryView, ...Object.values(cast.customers).map(({ pov }) => pov)];
}

/** SQL and the rule agree for every point of view, under every rule of the organization. */
test("the rule and its SQL twin see the same revision of every message", { timeout: 120_000 }, async () => {
  let [played, refused] = [0, 0];
  await fc.assert(
    fc.asyncProperty(history, async (steps) => {
      const stage = await aStage();
      const count = await playHistory(stage, steps);
      played += count;
      refused += steps.length - count;
      const facts = await factsOf(stage.cast.house.id, stage.deps);
      for (const pov of await povsOf(stage)) {
        const ruled = Object.fromEntries(facts.map((each) => [each.id, seenByRule(pov, each)]));
        expect(await seenBySql(pov, stage.cast.house.id, stage.deps)).toEqual(ruled);
      }
    }),
    RUNS,
  );
  // A generator whose steps are all refused would prove nothing.
  expect(played).toBeGreaterThan(refused);
});

/** P1, P3: backchannels and other customers' conversations do not exist for a contact. */
test("no contact sees a message of an interaction that it is not in", { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(history, async (steps) => {
      const stage = await aStage();
      await playHistory(stage, steps);
      for (const { pov, contactId } of Object.values(stage.cast.customers)) {
        const own = await stage.deps.db
          .selectFrom("participation")
          .select("interaction_id")
          .where("party_id", "=", contactId)
          .execute();
        const seen = await visibleMessages(pov, {}, stage.deps);
        expect(seen.length).toBeGreaterThan(0);
        const ownIds = own.map(({ interaction_id }) => interaction_id);
        expect(seen.filter(({ interaction_id }) => !ownIds.includes(interaction_id))).toEqual([]);
      }
    }),
    { ...RUNS, numRuns: 10 },
  );
});
