import { afterAll, beforeAll, expect, test } from "vitest";
import { contentsOf } from "@/testing/laws/contentsOf";
import { aScene, aStage, type Scene, type Stage } from "@/testing/scenes/aScene";
import { type Caller, callProcedure, PROCEDURE_PATHS } from "@/testing/scenes/callProcedure";
import { openTestWorld } from "@/testing/world/openTestWorld";

const world = await openTestWorld();
const { deps } = world;

let stage: Stage;
let scene: Scene;

beforeAll(async () => {
  stage = await aStage("bank", deps);
  scene = await aScene(stage, deps);
});
afterAll(() => world.close());

type Fields = Record<string, unknown>;

/** A right input of each procedure, with all of its fields. */
function rightInputs({ ids }: Scene): Record<string, Fields> {
  const { sequenceId, interactionId, backchannelId, messageId, teamId, categoryId, repId, widgetKey: key } = ids;
  const clientId = deps.newId();
  return {
    "board.get": {},
    "category.list": {},
    "classifier.examples": { categoryId, words: "card", after: 1 },
    "classifier.fit": {},
    "classifier.label": { sequenceId, seen: null, categoryId },
    "classifier.quality": {},
    "classifier.removeExamples": { numbers: [1] },
    "classifier.restoreExamples": { numbers: [1] },
    "classifier.rollBack": { version: 1 },
    "classifier.setTarget": { targetPrecision: 0.9 },
    "classifier.tryText": { text: "My card" },
    "classifier.undecided": { after: sequenceId },
    "customer.begin": { key },
    "customer.conversation": { key, before: ids.sealedMessageId },
    "customer.markRead": { key },
    "customer.pickCategory": { key, categoryId: ids.sealedCategoryId },
    "customer.post": { key, clientId, body: "Word", categoryId: ids.sealedCategoryId, isSomethingElse: true },
    "customer.requests": { key },
    "customer.rate": { key, ratingId: ids.ratingId, score: 5, comment: "Fine" },
    "customer.typing": { key },
    "directory.reps": {},
    "directory.search": { text: "a" },
    "directory.teams": {},
    "interaction.answerInvitation": { interactionId: backchannelId, accepts: true, reason: "Gladly" },
    "interaction.edit": { messageId, body: "Other" },
    "interaction.endBackchannel": { interactionId: backchannelId },
    "interaction.get": { interactionId },
    "interaction.invite": { interactionId: backchannelId, partyId: ids.colleagueId, showFrom: "now" },
    "interaction.leave": { interactionId: backchannelId },
    "interaction.markRead": { interactionId, ordinal: 1 },
    "interaction.messages": { interactionId, beforeOrdinal: 2, limit: 10 },
    "interaction.openBackchannel": {
      parentId: interactionId,
      clientId,
      name: "Name",
      question: "What now?",
      teamIds: [teamId],
      repIds: [ids.colleagueId],
      categoryId,
      sharedMessageIds: [messageId],
      sharesCustomerName: true,
    },
    "interaction.post": { interactionId, clientId, body: "Word", expectedAudience: "customer", thenState: "open" },
    "interaction.remove": { messageId },
    "interaction.removeParticipant": { interactionId: backchannelId, partyId: ids.specialistId },
    "interaction.typing": { interactionId },
    "interaction.reopenBackchannel": { interactionId: backchannelId },
    "me.get": {},
    "me.pulse": {},
    "me.setAvailability": { availability: "busy" },
    "me.setTheme": { theme: "dark" },
    "me.signOutEverywhere": {},
    "queue.backchannels": {},
    "queue.counts": {},
    "queue.holds": { sequenceIds: [sequenceId] },
    "queue.list": { view: "board", teamId, categoryId, repId, figure: "live", cursor: "", limit: 10 },
    "sequence.escalate": { sequenceId, reason: "Angry" },
    "sequence.find": { text: "#4MX-K7QP" },
    "sequence.get": { sequenceId },
    "sequence.withdrawEscalation": { sequenceId },
    "sequence.handOver": { sequenceId, to: { teamId } },
    "sequence.rename": { sequenceId, subject: "Name", seen: "My card" },
    "sequence.routing": { sequenceId },
    "sequence.setCategory": { sequenceId, categoryId, seen: null },
    "sequence.setState": { sequenceId, state: "pending", seen: "open" },
    "sequence.changeTags": { sequenceId, add: ["late"], remove: [] },
    "sequence.split": { sequenceId, messageId, keeps: true },
    "sequence.undoSplit": { sequenceId },
    "sequence.takeBackMove": { sequenceId },
    "sequence.take": { sequenceId },
    "settings.presence": {},
    "settings.changePresence": {
      unseenAwayAfter: { ms: 180_000, seenMs: 120_000 },
      teams: [{ teamId, onAbsence: "hand_back", seen: "keep" }],
    },
    "setup.create": {
      organizationName: "Mine",
      timeZone: "UTC",
      name: "Me",
      email: "me@mine.example",
      password: "correct horse",
    },
    "setup.status": {},
  };
}

/** Fields that take null. */
const NULLABLE = new Set([
  "classifier.label seen",
  "customer.pickCategory categoryId",
  "customer.post categoryId",
  "customer.rate comment",
  "interaction.openBackchannel categoryId",
  "queue.list categoryId",
  "queue.list cursor",
  "queue.list teamId",
  "sequence.setCategory categoryId",
  "sequence.setCategory seen",
]);
/** Fields that are lists: a list of one value is right there, and so is an empty one. */
const LISTS = new Set(["sharedMessageIds", "sequenceIds", "teamIds", "teams", "repIds", "add", "remove"]);

/** Fields that may be left out. */
const OPTIONAL = new Set([
  "classifier.examples after",
  "classifier.examples words",
  "classifier.undecided after",
  "customer.conversation before",
  "customer.post isSomethingElse",
  "customer.post categoryId",
  "customer.rate comment",
  "interaction.answerInvitation reason",
  "interaction.messages beforeOrdinal",
  "interaction.messages limit",
  "interaction.openBackchannel categoryId",
  "interaction.openBackchannel name",
  "interaction.post thenState",
  "queue.list categoryId",
  "queue.list cursor",
  "queue.list figure",
  "queue.list limit",
  "queue.list repId",
  "queue.list teamId",
  "settings.changePresence unseenAwayAfter",
]);

/** The rooms whose procedures are for administrators alone. */
const ADMINISTRATORS = new Set(["classifier", "settings"]);

const QUERIES: readonly unknown[] = [{ startsWith: "a" }, { not: null }, { $regex: "." }, {}];
/** Texts that no database stores and no encoding writes: NUL, and half a surrogate pair. */
const MALFORMED: readonly string[] = ["a\0b", "\uD83D", "a\uDE00b"];
const WRONG_OF_STRING: readonly unknown[] = [...QUERIES, ...MALFORMED, [], ["a"], [["a"]], 7, Number.NaN, true, null];
const WILD_IDS: readonly unknown[] = ["", " ", "%", "_", "*", "'", "00000000", "x".repeat(36), "x".repeat(1_000_000)];

function wrongValues(path: string, field: string, right: unknown): readonly unknown[] {
  const isNullable = NULLABLE.has(`${path} ${field}`);
  const values = wrongOf(field, right).filter((value) => !(isNullable && value === null));
  const isId = field.endsWith("Id");
  return isId ? [...values, ...WILD_IDS] : values;
}

function wrongOf(field: string, right: unknown): readonly unknown[] {
  if (LISTS.has(field)) return [...QUERIES, "a", 7, true, null, ...WRONG_OF_STRING.map((value) => [value])];
  if (typeof right === "number") return [...QUERIES, [], [1], "1", 1.5, -1, 1e99, Number.NaN, true, null];
  if (typeof right === "boolean") return [...QUERIES, [], "true", 1, null];
  if (typeof right === "object")
    return [[], [right], "a", 7, null, {}, { teamId: {} }, { teamId: "%" }, { repId: [deps.newId()] }];
  return WRONG_OF_STRING;
}

async function callerOf(path: string): Promise<Caller> {
  const [room = ""] = path.split(".");
  if (room === "customer") return { token: scene.token };
  return { viewer: await stage.viewer(ADMINISTRATORS.has(room) ? "administrator" : "rep") };
}

const short = (value: unknown) => (JSON.stringify(value) ?? "undefined").slice(0, 60);

test("every procedure has a right input here", () => {
  expect(Object.keys(rightInputs(scene)).sort()).toEqual(PROCEDURE_PATHS);
});

test("a value of the wrong type is refused by the name of its field, and changes nothing", async () => {
  const wrong: string[] = [];
  const before = await contentsOf(deps);
  let calls = 0;
  for (const [path, right] of Object.entries(rightInputs(scene))) {
    const caller = await callerOf(path);
    for (const [field, value] of Object.entries(right)) {
      for (const other of wrongValues(path, field, value)) {
        const answer = await callProcedure(path, { ...right, [field]: other }, caller, deps);
        calls += 1;
        if (answer.status !== 400 || !JSON.stringify(answer).includes(`"path":"${field}`))
          wrong.push(`${path} ${field} ${short(other)}: ${answer.code}`);
      }
    }
  }
  expect(wrong).toEqual([]);
  expect(calls).toBeGreaterThan(500);
  expect(await contentsOf(deps)).toEqual(before);
}, 60_000);

test("a missing field is refused by its name, and nothing changes", async () => {
  const left: string[] = [];
  const before = await contentsOf(deps);
  for (const [path, right] of Object.entries(rightInputs(scene))) {
    const caller = await callerOf(path);
    for (const field of Object.keys(right).filter((each) => !OPTIONAL.has(`${path} ${each}`))) {
      const rest = Object.fromEntries(Object.entries(right).filter(([each]) => each !== field));
      const answer = await callProcedure(path, rest, caller, deps);
      if (!JSON.stringify(answer).includes(`"path":"${field}"`)) left.push(`${path} ${field}: ${answer.code}`);
    }
  }
  expect(left).toEqual([]);
  expect(await contentsOf(deps)).toEqual(before);
});

test("a call without input is refused if the procedure needs one", async () => {
  for (const input of [undefined, null, "text", 7, []]) {
    for (const [path, right] of Object.entries(rightInputs(scene))) {
      if (Object.keys(right).length === 0) continue;
      const answer = await callProcedure(path, input, await callerOf(path), deps);
      expect(`${path} ${short(input)}: ${answer.status}`).toBe(`${path} ${short(input)}: 400`);
    }
  }
});

test("fields that the schema does not name are ignored", async () => {
  const foreign = {
    organizationId: deps.newId(),
    role: "administrator",
    authorId: stage.reps.colleague.id,
    id: deps.newId(),
    createdAt: "2001-01-01",
    sentAt: "2001-01-01",
    aliasName: "The boss",
    kind: "note",
    deletedAt: null,
  };
  const { interactionId, sequenceId } = scene.ids;
  const viewer = await stage.viewer("rep");
  const input = { interactionId, clientId: deps.newId(), body: "Word", expectedAudience: "customer", ...foreign };
  const answer = await callProcedure("interaction.post", input, { viewer }, deps);
  expect(answer.code).toBe("ok");
  const stored = await deps.db
    .selectFrom("message")
    .selectAll()
    .where("client_id", "=", input.clientId)
    .executeTakeFirstOrThrow();
  expect(stored).toMatchObject({
    author_id: viewer.pov.partyId,
    organization_id: stage.id,
    kind: "text",
    alias_name: "bank outside",
    sent_at: deps.clock.now(),
  });
  expect(stored.id).not.toBe(foreign.id);
  const renamed = await callProcedure(
    "sequence.rename",
    { sequenceId, subject: "Name", seen: "My card", state: "closed", ...foreign },
    { viewer },
    deps,
  );
  const sequence = await deps.db
    .selectFrom("sequence")
    .selectAll()
    .where("id", "=", sequenceId)
    .executeTakeFirstOrThrow();
  expect(sequence).toMatchObject({ state: "open", organization_id: stage.id });
  expect(["ok", "changed_meanwhile"]).toContain(renamed.code);
});

/** The right input with one of its numbers, or the first of a list, larger than a column holds. */
function withLargeNumbers(right: Fields): Fields[] {
  return Object.entries(right).flatMap(([field, value]) => {
    const isList = Array.isArray(value);
    if (typeof (isList ? value[0] : value) !== "number") return [];
    return [2 ** 31, Number.MAX_SAFE_INTEGER].map((large) => ({ ...right, [field]: isList ? [large] : large }));
  });
}

const ODD_INSTANTS = ["0000-01-01", "0001-01-01", "9999-12-31", "2026-02-30"].map((day) => `${day}T23:59:59.999999Z`);

test("huge numbers and impossible instants break nothing", async () => {
  const inputs = Object.entries(rightInputs(scene)).flatMap(([path, right]) =>
    withLargeNumbers(right).map((input): [string, Fields] => [path, input]),
  );
  expect(inputs.length).toBeGreaterThan(10);
  const pages = ODD_INSTANTS.flatMap((at) => {
    const cursor = Buffer.from(JSON.stringify({ at, id: deps.newId() })).toString("base64url");
    return ["mine", "closed"].map((view): [string, Fields] => ["queue.list", { view, cursor }]);
  });
  const broken: string[] = [];
  for (const [path, input] of [...inputs, ...pages]) {
    const { code } = await callProcedure(path, input, await callerOf(path), deps);
    if (!["ok", "invalid_input", "not_found", "nothing_to_rate"].includes(code)) broken.push(`${path}: ${code}`);
  }
  expect(broken).toEqual([]);
});

test("lists, texts and pages have bounds", async () => {
  const right = rightInputs(scene);
  const many = (count: number) => Array.from({ length: count }, () => deps.newId());
  const outOfBounds: [string, Fields][] = [
    ["queue.list", { limit: 101 }],
    ["queue.list", { limit: 1e9 }],
    ["queue.list", { limit: 0 }],
    ["queue.list", { cursor: "x".repeat(201) }],
    ["queue.list", { cursor: "junk" }],
    ["interaction.messages", { limit: 101 }],
    ["interaction.messages", { beforeOrdinal: 0 }],
    ["interaction.post", { body: "x".repeat(10_001) }],
    ["interaction.post", { body: " \n " }],
    ...["\u200b", "\u2800\u3164", "\u00ad", "\u202e\u2066", "\ufe0f", "\u{e0067}", "\u0301\u0308"].flatMap(
      (nothing): [string, Fields][] => [
        ["interaction.post", { body: nothing }],
        ["customer.post", { body: nothing }],
        ["sequence.rename", { subject: nothing }],
        ["sequence.changeTags", { add: [nothing] }],
        ["setup.create", { organizationName: nothing }],
      ],
    ),
    ["interaction.post", { body: "a".concat("\u0301".repeat(40_000)) }],
    ["interaction.edit", { body: "x".repeat(10_001) }],
    ["interaction.openBackchannel", { repIds: many(21) }],
    ["interaction.openBackchannel", { sharedMessageIds: many(51) }],
    ["sequence.changeTags", { add: many(21) }],
    ["sequence.changeTags", { add: ["x".repeat(41)] }],
    ["sequence.changeTags", { remove: many(21) }],
    ["sequence.rename", { subject: "x".repeat(201) }],
    ["sequence.escalate", { reason: "x".repeat(1_001) }],
    ["classifier.examples", { words: "x".repeat(201) }],
    ["classifier.examples", { after: 0 }],
    ["classifier.removeExamples", { numbers: [] }],
    ["classifier.removeExamples", { numbers: Array.from({ length: 501 }, (_, index) => index + 1) }],
    ["classifier.removeExamples", { numbers: [0] }],
    ["classifier.restoreExamples", { numbers: [] }],
    ["classifier.rollBack", { version: 0 }],
    ["classifier.setTarget", { targetPrecision: 0.49 }],
    ["classifier.setTarget", { targetPrecision: 1 }],
    ["classifier.tryText", { text: "x".repeat(20_001) }],
    ["classifier.tryText", { text: " " }],
    ["customer.post", { body: "x".repeat(4_001) }],
    ["customer.rate", { score: 6 }],
    ["customer.rate", { score: 0 }],
    ["customer.rate", { comment: "x".repeat(2_001) }],
    ["customer.begin", { key: "x".repeat(101) }],
    ["directory.search", { text: "x".repeat(101) }],
    ["setup.create", { password: "short" }],
    ["setup.create", { password: "eleven char" }],
    ["setup.create", { password: "x".repeat(129) }],
    ["setup.create", { email: "nobody" }],
    ["setup.create", { timeZone: "Mars/Olympus" }],
  ];
  const before = await contentsOf(deps);
  for (const [path, fields] of outOfBounds) {
    const answer = await callProcedure(path, { ...right[path], ...fields }, await callerOf(path), deps);
    expect(`${path} ${Object.keys(fields)}: ${answer.code}`).toBe(`${path} ${Object.keys(fields)}: invalid_input`);
  }
  expect(await contentsOf(deps)).toEqual(before);
});
