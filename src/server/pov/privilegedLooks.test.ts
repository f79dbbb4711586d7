import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeEach, expect, test } from "vitest";
import type { MemberView } from "@/domain/pov/pov";
import { everyAnswer } from "@/testing/laws/everyAnswer";
import { memberListening } from "@/testing/laws/listening";
import { anOrganization } from "@/testing/scenes/anOrganization";
import { aRequest } from "@/testing/scenes/aRequest";
import { callProcedure } from "@/testing/scenes/callProcedure";
import { openAside } from "@/testing/scenes/openAside";
import { openTestWorld } from "@/testing/world/openTestWorld";
import { waitFor } from "@/testing/world/waitFor";
import { postMessage } from "../conversation/commands/postMessage";
import { messagePage } from "../conversation/queries/messagePage";
import { openLookWatch } from "../live/watching/lookWatch";
import { takeRequest } from "../request/commands/takeRequest";

const world = await openTestWorld();
const { deps, clock } = world;
afterAll(() => world.close());

const aHouse = (memberView: MemberView) =>
  anOrganization(
    {
      slug: deps.newId(),
      memberView,
      teams: { cards: {}, law: {} },
      categories: { card: { team: "cards", keywords: ["card"] } },
      reps: {
        ana: { teams: ["cards"], capacity: 90 },
        peer: { teams: ["cards"], availability: "busy" },
        lou: { teams: ["law"], availability: "busy" },
        head: { role: "supervisor", teams: ["cards"], supervises: ["cards"], availability: "busy", capacity: 90 },
        boss: { role: "administrator", teams: ["law"], availability: "busy" },
      },
      budgetsMs: { first_reply: 3_600_000 },
    },
    deps,
  );
type House = Awaited<ReturnType<typeof aHouse>>;
type Name = keyof House["reps"];

/** Something that can be read, the text by which an answer shows that it was read, and what its trace names. */
type Secret = { interactionId: string; word: string; tracedId: string };

let house: House;
let secrets: Secret[];
let asides: string[];
let sequences: string[];
const povOf = async (name: Name) => (await house.viewer(name)).pov;

/** Two matters with a backchannel each; the supervisor has taken the second and is in neither backchannel. */
async function furnish(memberView: MemberView) {
  house = await aHouse(memberView);
  secrets = [];
  asides = [];
  sequences = [];
  for (const [subject, question] of [
    ["zebra", "quokka"],
    ["lemur", "ocelot"],
  ] as const) {
    const { sequenceId, interactionId } = await aRequest(house, { body: `My card ${subject}` }, deps);
    const parties = { parentId: interactionId, guest: await povOf("lou") };
    const aside = await openAside(await povOf("ana"), parties, deps);
    const words = { clientId: deps.newId(), body: question, expectedAudience: "internal" as const };
    await postMessage(await povOf("ana"), { interactionId: aside, ...words }, deps);
    secrets.push({ interactionId, word: subject, tracedId: sequenceId });
    secrets.push({ interactionId: aside, word: question, tracedId: aside });
    asides.push(aside);
    sequences.push(sequenceId);
  }
  await takeRequest(await povOf("head"), sequences[1] ?? "", deps);
  await deps.db.deleteFrom("audit_entry").execute();
}

async function tracesOf(name: Name): Promise<string[]> {
  const rows = await deps.db
    .selectFrom("audit_entry")
    .select("object_id")
    .where("verb", "=", "privileged_look")
    .where("actor_id", "=", house.reps[name].id)
    .orderBy("at")
    .execute();
  return rows.map(({ object_id }) => object_id ?? "");
}

/**
 * What `text` shows by privilege: it is of an interaction in which neither `name` nor a group of theirs ever took part.
 */
async function privilegedIn(text: string, name: Name): Promise<string[]> {
  const { partyId, groupIds } = await povOf(name);
  const own = await deps.db
    .selectFrom("participation")
    .select("interaction_id")
    .where("party_id", "in", [partyId, ...groupIds])
    .where("from_at", "is not", null)
    .execute();
  const ownIds = new Set(own.map(({ interaction_id }) => interaction_id));
  const seen = secrets.filter(({ interactionId, word }) => text.includes(word) && !ownIds.has(interactionId));
  return seen.map(({ tracedId }) => tracedId);
}

function isNamed(tracedId: string, text: string): boolean {
  const secret = secrets.find((each) => each.tracedId === tracedId);
  return [tracedId, secret?.interactionId ?? tracedId].some((id) => text.includes(id));
}

const VIEWS: MemberView[] = ["participants", "team_customer_facing", "organization_customer_facing", "everything"];
const NAMES: Name[] = ["head", "boss", "peer", "lou", "ana"];

/** Asks one question at a time, with an empty audit log before each, so that no earlier trace counts for it. */
test.each(VIEWS)(
  "every query traces what it shows by privilege, under the rule %s (P12)",
  { timeout: 120_000 },
  async (view) => {
    await furnish(view);
    let looks = 0;
    const wrong: string[] = [];
    const ids = [...sequences, ...secrets.map(({ interactionId }) => interactionId)];
    for (const name of NAMES) {
      const viewer = await house.viewer(name);
      await everyAnswer({ viewer }, { ids, words: [] }, deps, {
        before: () => deps.db.deleteFrom("audit_entry").execute(),
        async after(question, answer) {
          const text = JSON.stringify(answer);
          const traced = new Set(await tracesOf(name));
          const missing = (await privilegedIn(text, name)).filter((id) => !traced.has(id));
          if (missing.length > 0) wrong.push(`${name} ${question}: ${missing.length} without a trace`);
          const tooMany = [...traced].filter((id) => !isNamed(id, question + text));
          if (answer.code !== "ok" && traced.size > 0) wrong.push(`${name} ${question}: a refusal that left a trace`);
          if (tooMany.length > 0) wrong.push(`${name} ${question}: ${tooMany.length} traces of what was not shown`);
          looks += traced.size;
        },
      });
    }
    expect(wrong).toEqual([]);
    expect(looks).toBeGreaterThan(5);
  },
);

test("a rep who has a request still looks at its backchannels by privilege", async () => {
  await furnish("participants");
  const [, aside] = asides;
  const answers = await everyAnswer({ viewer: await house.viewer("head") }, { ids: [aside ?? ""], words: [] }, deps);
  expect(JSON.stringify(answers)).toContain("ocelot");
  expect((await tracesOf("head")).filter((id) => id === aside)).toEqual([aside]);
  const facts = await deps.db
    .selectFrom("audit_entry")
    .select("facts")
    .where("object_id", "=", aside ?? "")
    .execute();
  expect(facts).toEqual([{ facts: { right: "role" } }]);
});

/** The refusal of a change contains the present value. */
test.each([
  ["sequence.rename", { subject: "Mine", seen: "Theirs" }],
  ["sequence.setCategory", { categoryId: null, seen: "018f0000-0000-7000-8000-000000000000" }],
  ["sequence.setState", { state: "pending", seen: "need_info" }],
])("a conflict of %s that tells by privilege what others made of a request is traced", async (path, input) => {
  await furnish("participants");
  const [sequenceId] = sequences;
  const answer = await callProcedure(path, { sequenceId, ...input }, { viewer: await house.viewer("head") }, deps);
  expect([answer.code, await tracesOf("head")]).toEqual(["changed_meanwhile", [sequenceId]]);
});

test("a stream traces what it tells by privilege, once for as long as the look lasts", async () => {
  await furnish("participants");
  const head = await povOf("head");
  const watch = openLookWatch(deps);
  let told = 0;
  const end = watch.watch({
    sequenceId: sequences[0] ?? "",
    authorise: () => povOf("head"),
    hear() {
      told += 1;
    },
  });
  await waitFor("it is told", () => (told > 0 ? told : undefined));
  expect((await tracesOf("head")).sort()).toEqual([sequences[0], asides[0]].sort());
  clock.advance(3_600_000);
  await messagePage(head, { interactionId: asides[0] ?? "" }, deps);
  expect(await tracesOf("head")).toHaveLength(2);
  end();
  clock.advance(3_600_000);
  await messagePage(head, { interactionId: asides[0] ?? "" }, deps);
  expect(await tracesOf("head")).toHaveLength(3);
  watch.close();
});

test("simultaneous calls that read the same thing leave one trace of it", async () => {
  await furnish("participants");
  const viewer = await house.viewer("head");
  const [sequenceId, aside] = [sequences[0] ?? "", asides[0] ?? ""];
  const { interactionId } = secrets[0] ?? { interactionId: "" };
  const calls: [string, object][] = [
    ["sequence.get", { sequenceId }],
    ["interaction.get", { interactionId }],
    ["interaction.messages", { interactionId }],
    ["interaction.get", { interactionId: aside }],
    ["interaction.messages", { interactionId: aside }],
  ];
  for (let round = 0; round < 3; round += 1) {
    clock.advance(3_600_000);
    await deps.db.deleteFrom("audit_entry").execute();
    const tabs = [...calls, ...calls].map(([path, input]) => callProcedure(path, input, { viewer }, deps));
    expect((await Promise.all(tabs)).map(({ code }) => code)).toEqual(tabs.map(() => "ok"));
    expect((await tracesOf("head")).sort()).toEqual([sequenceId, aside].sort());
  }
});

test("a stream that tells a supervisor of a queue line which somebody else took leaves a trace too", async () => {
  await furnish("participants");
  const ear = await memberListening(() => povOf("head"), "", deps);
  const { sequenceId } = await aRequest(house, { body: "My card walrus" }, deps);
  await ear.listen();
  const isTold = JSON.stringify(ear.heard).includes("walrus");
  expect((await tracesOf("head")).includes(sequenceId)).toBe(isTold);
});

/**
 * Files that import `visibility.ts` read through `tracedRows`. These are the exceptions, since they show nobody's words
 * or names: they count, compare, check a right, or serve customers, who have no privilege.
 */
const UNTRACED = new Map([
  ["pov/tracedRows.ts", "defines tracedRows"],
  ["pov/povOrdinals.ts", "numbers of messages that are read elsewhere"],
  ["request/queries/queueCounts.ts", "counts"],
  ["request/queries/queueHolds.ts", "why a request waits, by rules and loads alone"],
  ["request/queries/queuePage.ts", "a condition of queueRows"],
  ["classifier/load/readableExamples.ts", "conditions of the pages of examples"],
  ["conversation/load/firstWords.ts", "a condition of queries that trace"],
  ["pov/seenSequenceId.ts", "a right, checked before anything is read"],
  ["request/queries/watchStamps.ts", "stamps that never leave the server"],
  ["customer/queries/customerMessages.ts", "of customers"],
  ["customer/queries/customerRequests.ts", "of customers"],
]);

test("every file that reads through visibility traces what it reads", () => {
  const root = `${import.meta.dirname}/..`;
  const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((name) =>
    /(?<!\.test)\.ts$/.test(name),
  );
  const readers = files.filter((name) => /from ".*\/visibility"/.test(readFileSync(`${root}/${name}`, "utf8")));
  const untraced = readers.filter((name) => !readFileSync(`${root}/${name}`, "utf8").includes("tracedRows("));
  expect(untraced.sort()).toEqual([...UNTRACED.keys()].sort());
});

beforeEach(() => deps.db.deleteFrom("audit_entry").execute());
