import pg from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { contentsOf } from "@/testing/laws/contentsOf";
import { aScene, aStage, missingIds, type Scene, type SceneIds, type Stage } from "@/testing/scenes/aScene";
import { type Answer, type Caller, callProcedure, isMutation, PROCEDURE_PATHS } from "@/testing/scenes/callProcedure";
import { openTestWorld } from "@/testing/world/openTestWorld";

const world = await openTestWorld();
const { deps } = world;

const MEMBERS = [
  "rep",
  "colleague",
  "otherTeamRep",
  "specialist",
  "invitee",
  "supervisor",
  "administrator",
  "stranger",
] as const;
const ROLES = ["nobody", "visitor", "otherVisitor", ...MEMBERS] as const;
type Role = (typeof ROLES)[number];

/** The code that each role gets, with ids of a request that belongs to the rep and the visitor. */
type Expected = Record<Role, string>;

type Line = {
  path: string;
  /** `target` gives the second id of a call, such as the receiver of a hand-over. */
  input(ids: SceneIds, target: SceneIds): unknown;
  expected: Expected;
  /**
   * The code that the allowed roles get with ids of somebody else, and equally with ids that do not exist. "ids"
   * replaces all ids of the call, "target" only the second one. Null if the call names nothing that could belong to
   * somebody.
   */
  absent: { varies: "ids" | "target"; code: string } | null;
};

/** Members get `others` unless `some` says otherwise; nobody and visitors are not signed in. */
function members(others: string, some: Partial<Expected> = {}): Expected {
  const outside = { nobody: "not_signed_in", visitor: "not_signed_in", otherVisitor: "not_signed_in" };
  return { ...outside, ...each(MEMBERS, others), ...some };
}

/** Members who do not administer the organization get the same answer, whatever the call names. */
function administrators(code: string): Expected {
  return members("not_allowed", { administrator: code });
}

function visitors(code: string, some: Partial<Expected> = {}): Expected {
  return { ...each(ROLES, "not_signed_in"), visitor: code, otherVisitor: code, ...some };
}

function each<Name extends string>(names: readonly Name[], code: string): Record<Name, string> {
  const codes: Partial<Record<Name, string>> = {};
  for (const name of names) codes[name] = code;
  return codes as Record<Name, string>;
}

const everybody = each(ROLES, "ok");
const ofIds = (code: string) => ({ varies: "ids" as const, code });
const ofTarget = (code: string) => ({ varies: "target" as const, code });
/** The rep who has the request, and the supervisor of its team. */
const workers = members("not_found", { rep: "ok", supervisor: "ok" });
/** For a stranger the second id of the call is as absent as the request, and it is checked first. */
const workersOfOwnOrganization = { ...workers, stranger: "invalid_input" };
const inBackchannel = { rep: "ok", specialist: "ok" };
const newId = () => deps.newId();

const TABLE: readonly Line[] = [
  { path: "me.get", input: () => undefined, expected: members("ok"), absent: null },
  { path: "me.pulse", input: () => undefined, expected: members("ok"), absent: null },
  { path: "me.setAvailability", input: () => ({ availability: "busy" }), expected: members("ok"), absent: null },
  { path: "me.setTheme", input: () => ({ theme: "dark" }), expected: members("ok"), absent: null },
  { path: "me.signOutEverywhere", input: () => undefined, expected: members("ok"), absent: null },

  {
    path: "queue.list",
    input: (ids) => ({ view: "team", teamId: ids.teamId, categoryId: ids.categoryId, repId: ids.repId }),
    expected: members("ok"),
    absent: ofIds("ok"),
  },
  { path: "queue.list", input: () => ({ view: "board" }), expected: members("ok"), absent: null },
  {
    path: "queue.holds",
    input: ({ sequenceId }) => ({ sequenceIds: [sequenceId] }),
    expected: members("ok"),
    absent: null,
  },
  { path: "queue.counts", input: () => ({}), expected: members("ok"), absent: null },
  { path: "queue.backchannels", input: () => ({}), expected: members("ok"), absent: null },

  { path: "sequence.get", input: ({ sequenceId }) => ({ sequenceId }), expected: workers, absent: ofIds("not_found") },
  { path: "sequence.find", input: () => ({ text: "#4MX-K7QP" }), expected: members("ok"), absent: null },
  {
    path: "sequence.routing",
    input: ({ sequenceId }) => ({ sequenceId }),
    expected: workers,
    absent: ofIds("not_found"),
  },
  {
    path: "sequence.setState",
    input: ({ sequenceId }) => ({ sequenceId, state: "pending", seen: "open" }),
    expected: workers,
    absent: ofIds("not_found"),
  },
  {
    path: "sequence.setCategory",
    input: ({ sequenceId, categoryId: seen }, { categoryId }) => ({ sequenceId, categoryId, seen }),
    expected: workersOfOwnOrganization,
    absent: ofTarget("invalid_input"),
  },
  {
    path: "sequence.setCategory",
    input: ({ sequenceId, categoryId }) => ({ sequenceId, categoryId: null, seen: categoryId }),
    expected: workers,
    absent: ofIds("not_found"),
  },
  {
    path: "sequence.changeTags",
    input: ({ sequenceId }) => ({ sequenceId, add: ["late"], remove: [] }),
    expected: workers,
    absent: ofIds("not_found"),
  },
  {
    path: "sequence.rename",
    input: ({ sequenceId }) => ({ sequenceId, subject: "Name", seen: "My card" }),
    expected: workers,
    absent: ofIds("not_found"),
  },
  {
    path: "sequence.take",
    input: ({ sequenceId }) => ({ sequenceId }),
    expected: members("not_found", { rep: "already_yours", supervisor: "ok" }),
    absent: ofIds("not_found"),
  },
  {
    path: "sequence.handOver",
    input: ({ sequenceId }, { teamId }) => ({ sequenceId, to: { teamId } }),
    expected: workersOfOwnOrganization,
    absent: ofTarget("invalid_input"),
  },
  {
    path: "sequence.handOver",
    input: ({ sequenceId }, { specialistId }) => ({ sequenceId, to: { repId: specialistId } }),
    expected: workersOfOwnOrganization,
    absent: ofTarget("invalid_input"),
  },
  {
    path: "sequence.split",
    input: ({ sequenceId, messageId }) => ({ sequenceId, messageId, keeps: true }),
    // The message is the rep's, and a request begins with a customer's: those who may work on it learn that.
    expected: members("not_found", { rep: "invalid_input", supervisor: "not_allowed" }),
    absent: ofIds("not_found"),
  },
  {
    path: "sequence.undoSplit",
    input: ({ sequenceId }) => ({ sequenceId }),
    // This sequence was not split off from another.
    expected: members("not_found", { rep: "invalid_input", supervisor: "invalid_input" }),
    absent: ofIds("not_found"),
  },
  {
    path: "sequence.takeBackMove",
    input: ({ sequenceId }) => ({ sequenceId }),
    // Routing gave it to the rep: none of them has moved it.
    expected: members("not_found", { rep: "undo_overtaken", supervisor: "undo_overtaken" }),
    absent: ofIds("not_found"),
  },
  {
    path: "sequence.escalate",
    input: ({ sequenceId }) => ({ sequenceId, reason: "Angry" }),
    expected: members("not_found", { rep: "ok", supervisor: "not_allowed" }),
    absent: ofIds("not_found"),
  },
  {
    path: "sequence.withdrawEscalation",
    input: ({ sequenceId }) => ({ sequenceId }),
    expected: members("not_found", { rep: "ok", supervisor: "not_allowed" }),
    absent: ofIds("not_found"),
  },

  {
    path: "interaction.get",
    input: ({ interactionId }) => ({ interactionId }),
    expected: workers,
    absent: ofIds("not_found"),
  },
  {
    path: "interaction.get",
    input: ({ backchannelId }) => ({ interactionId: backchannelId }),
    expected: members("not_found", { ...inBackchannel, invitee: "ok", supervisor: "ok" }),
    absent: ofIds("not_found"),
  },
  {
    path: "interaction.messages",
    input: ({ interactionId }) => ({ interactionId }),
    expected: workers,
    absent: ofIds("not_found"),
  },
  {
    path: "interaction.messages",
    input: ({ backchannelId }) => ({ interactionId: backchannelId }),
    expected: members("not_found", { ...inBackchannel, supervisor: "ok" }),
    absent: ofIds("not_found"),
  },
  {
    path: "interaction.post",
    input: ({ interactionId }) => ({ interactionId, clientId: newId(), body: "Word", expectedAudience: "customer" }),
    expected: members("not_found", { rep: "ok", supervisor: "not_participating" }),
    absent: ofIds("not_found"),
  },
  {
    path: "interaction.post",
    input: ({ backchannelId }) => ({
      interactionId: backchannelId,
      clientId: newId(),
      body: "Word",
      expectedAudience: "internal",
    }),
    expected: members("not_found", { ...inBackchannel, invitee: "not_participating", supervisor: "not_participating" }),
    absent: ofIds("not_found"),
  },
  {
    path: "interaction.edit",
    input: ({ messageId }) => ({ messageId, body: "Other" }),
    expected: members("not_found", { rep: "ok" }),
    absent: ofIds("not_found"),
  },
  {
    path: "interaction.remove",
    input: ({ messageId }) => ({ messageId }),
    expected: members("not_found", { rep: "ok" }),
    absent: ofIds("not_found"),
  },
  {
    path: "interaction.edit",
    input: ({ questionId }) => ({ messageId: questionId, body: "Other" }),
    expected: members("not_found", { rep: "ok" }),
    absent: ofIds("not_found"),
  },
  {
    path: "interaction.remove",
    input: ({ questionId }) => ({ messageId: questionId }),
    expected: members("not_found", { rep: "ok" }),
    absent: ofIds("not_found"),
  },
  {
    path: "interaction.typing",
    input: ({ backchannelId }) => ({ interactionId: backchannelId }),
    expected: members("not_found", inBackchannel),
    absent: ofIds("not_found"),
  },
  {
    path: "interaction.markRead",
    input: ({ backchannelId }) => ({ interactionId: backchannelId, ordinal: 1 }),
    expected: members("not_found", { ...inBackchannel, supervisor: "ok" }),
    absent: ofIds("not_found"),
  },
  {
    path: "interaction.openBackchannel",
    input: ({ interactionId }, { colleagueId }) => opening(interactionId, colleagueId),
    expected: members("not_found", { rep: "ok", supervisor: "not_participating" }),
    absent: ofTarget("invalid_input"),
  },
  {
    path: "interaction.openBackchannel",
    input: ({ interactionId, colleagueId }, { messageId }) => ({
      ...opening(interactionId, colleagueId),
      sharedMessageIds: [messageId],
    }),
    expected: members("not_found", { rep: "ok", supervisor: "not_participating" }),
    absent: ofTarget("invalid_input"),
  },
  {
    path: "interaction.openBackchannel",
    input: ({ interactionId, colleagueId }, { categoryId }) => ({ ...opening(interactionId, colleagueId), categoryId }),
    expected: members("not_found", { rep: "ok", supervisor: "not_participating" }),
    absent: ofTarget("invalid_input"),
  },
  {
    path: "interaction.openBackchannel",
    input: ({ backchannelId, colleagueId }) => opening(backchannelId, colleagueId),
    expected: members("not_found", { ...inBackchannel, invitee: "not_participating", supervisor: "not_participating" }),
    absent: null,
  },
  {
    path: "interaction.invite",
    input: ({ backchannelId }, { colleagueId }) => ({
      interactionId: backchannelId,
      partyId: colleagueId,
      showFrom: "now",
    }),
    expected: members("not_found", { ...inBackchannel, supervisor: "not_participating" }),
    absent: ofTarget("invalid_input"),
  },
  {
    path: "interaction.invite",
    input: ({ backchannelId, colleagueId }) => ({
      interactionId: backchannelId,
      partyId: colleagueId,
      showFrom: "start",
    }),
    expected: members("not_found", { ...inBackchannel, supervisor: "not_participating" }),
    absent: ofIds("not_found"),
  },
  {
    path: "interaction.answerInvitation",
    input: ({ backchannelId }) => ({ interactionId: backchannelId, accepts: true }),
    expected: members("not_found", { invitee: "ok" }),
    absent: ofIds("not_found"),
  },
  {
    path: "interaction.removeParticipant",
    input: ({ backchannelId }, { specialistId }) => ({ interactionId: backchannelId, partyId: specialistId }),
    expected: members("not_found", { ...inBackchannel, supervisor: "not_participating" }),
    absent: ofTarget("not_found"),
  },
  {
    path: "interaction.endBackchannel",
    input: ({ backchannelId }) => ({ interactionId: backchannelId }),
    expected: members("not_found", { rep: "ok", specialist: "opener_ends", supervisor: "not_participating" }),
    absent: ofIds("not_found"),
  },
  {
    path: "interaction.reopenBackchannel",
    input: ({ backchannelId }) => ({ interactionId: backchannelId }),
    expected: members("not_found", { rep: "ok", specialist: "opener_ends", supervisor: "not_participating" }),
    absent: ofIds("not_found"),
  },
  {
    path: "interaction.leave",
    input: ({ backchannelId }) => ({ interactionId: backchannelId }),
    expected: members("not_found", { rep: "last_shared_party", specialist: "ok", supervisor: "not_participating" }),
    absent: ofIds("not_found"),
  },

  { path: "directory.search", input: () => ({ text: "" }), expected: members("ok"), absent: null },
  { path: "directory.reps", input: () => ({}), expected: members("ok"), absent: null },
  { path: "directory.teams", input: () => ({}), expected: members("ok"), absent: null },
  { path: "category.list", input: () => ({}), expected: members("ok"), absent: null },
  { path: "board.get", input: () => ({}), expected: members("not_allowed", { supervisor: "ok" }), absent: null },

  { path: "classifier.quality", input: () => undefined, expected: administrators("ok"), absent: null },
  { path: "classifier.tryText", input: () => ({ text: "Word" }), expected: administrators("no_model"), absent: null },
  { path: "classifier.undecided", input: () => ({}), expected: administrators("ok"), absent: null },
  {
    path: "classifier.undecided",
    input: ({ sequenceId }) => ({ after: sequenceId }),
    expected: administrators("ok"),
    absent: ofIds("ok"),
  },
  {
    path: "classifier.label",
    input: ({ sequenceId, categoryId }) => ({ sequenceId, categoryId, seen: null }),
    expected: administrators("not_found"),
    absent: null,
  },
  {
    path: "classifier.examples",
    input: ({ categoryId }) => ({ categoryId }),
    expected: administrators("ok"),
    absent: ofIds("not_found"),
  },
  {
    path: "classifier.removeExamples",
    input: () => ({ numbers: [1] }),
    expected: administrators("not_found"),
    absent: null,
  },
  {
    path: "classifier.restoreExamples",
    input: () => ({ numbers: [1] }),
    expected: administrators("not_found"),
    absent: null,
  },
  { path: "classifier.fit", input: () => undefined, expected: administrators("too_few_examples"), absent: null },
  { path: "classifier.rollBack", input: () => ({ version: 1 }), expected: administrators("not_found"), absent: null },
  {
    path: "classifier.setTarget",
    input: () => ({ targetPrecision: 0.9 }),
    expected: administrators("ok"),
    absent: null,
  },

  { path: "settings.presence", input: () => ({}), expected: administrators("ok"), absent: null },
  {
    path: "settings.changePresence",
    input: () => ({ unseenAwayAfter: { ms: 180_000, seenMs: 120_000 }, teams: [] }),
    expected: administrators("ok"),
    absent: null,
  },
  {
    path: "settings.changePresence",
    input: ({ teamId }) => ({ teams: [{ teamId, onAbsence: "keep", seen: "keep" }] }),
    expected: administrators("ok"),
    absent: ofIds("not_found"),
  },

  { path: "setup.status", input: () => ({}), expected: everybody, absent: null },
  {
    path: "setup.create",
    input: () => ({
      organizationName: "Mine",
      timeZone: "UTC",
      name: "Me",
      email: "me@mine.example",
      password: "correct horse",
    }),
    expected: each(ROLES, "already_set_up"),
    absent: null,
  },

  { path: "customer.begin", input: ({ widgetKey }) => ({ key: widgetKey }), expected: everybody, absent: null },
  {
    path: "customer.conversation",
    input: ({ widgetKey, sealedMessageId }) => ({ key: widgetKey, before: sealedMessageId }),
    expected: visitors("ok"),
    absent: ofIds("not_signed_in"),
  },
  {
    path: "customer.requests",
    input: ({ widgetKey }) => ({ key: widgetKey }),
    expected: visitors("ok"),
    absent: ofIds("not_signed_in"),
  },
  {
    path: "customer.post",
    input: ({ widgetKey }) => ({ key: widgetKey, clientId: newId(), body: "Word" }),
    expected: visitors("ok"),
    absent: ofIds("not_signed_in"),
  },
  {
    path: "customer.post",
    input: ({ widgetKey }, { sealedCategoryId }) => ({
      key: widgetKey,
      clientId: newId(),
      body: "Word",
      categoryId: sealedCategoryId,
    }),
    expected: visitors("ok"),
    absent: ofTarget("invalid_input"),
  },
  {
    path: "customer.pickCategory",
    input: ({ widgetKey }, { sealedCategoryId }) => ({ key: widgetKey, categoryId: sealedCategoryId }),
    expected: visitors("ok"),
    absent: ofTarget("invalid_input"),
  },
  {
    path: "customer.rate",
    input: ({ widgetKey }, { ratingId }) => ({ key: widgetKey, ratingId, score: 5 }),
    expected: visitors("ok", { otherVisitor: "nothing_to_rate" }),
    absent: ofTarget("nothing_to_rate"),
  },
  {
    path: "customer.typing",
    input: ({ widgetKey }) => ({ key: widgetKey }),
    expected: visitors("ok"),
    absent: ofIds("not_signed_in"),
  },
  {
    path: "customer.markRead",
    input: ({ widgetKey }) => ({ key: widgetKey }),
    expected: visitors("ok"),
    absent: ofIds("not_signed_in"),
  },
];

function opening(parentId: string, repId: string) {
  return {
    parentId,
    clientId: newId(),
    question: "What now?",
    teamIds: [],
    repIds: [repId],
    sharedMessageIds: [],
    sharesCustomerName: false,
  };
}

/** What a refused or absent call may still write: the trace of a look by privilege (P12). */
const TRACES = new Set(["audit_entry"]);

let stage: Stage;
let strangers: Stage;
let scene: Scene;
let others: Scene;
let foreign: Scene;
let missing: SceneIds;

beforeAll(async () => {
  stage = await aStage("bank", deps);
  strangers = await aStage("shop", deps);
  [scene, others] = [await aScene(stage, deps), await aScene(stage, deps)];
  // None of the callers belongs to this organization.
  foreign = await aScene(await aStage("third", deps), deps);
  missing = missingIds(deps);
});
afterAll(() => world.close());

async function callerOf(role: Role, own: Scene): Promise<Caller> {
  if (role === "nobody") return {};
  if (role === "visitor") return { token: own.token };
  if (role === "otherVisitor") return { token: others.token };
  if (role === "stranger") return { viewer: await strangers.viewer("rep") };
  return { viewer: await stage.viewer(role) };
}

async function written(): Promise<Record<string, string>> {
  const contents = await contentsOf(deps);
  return Object.fromEntries(Object.entries(contents).filter(([table]) => !TRACES.has(table)));
}

/** The answer without the moment at which it was given. */
function told(answer: Answer): string {
  return JSON.stringify(answer, (key, value) => (key === "asOf" || key === "serverTime" ? null : value));
}

const nameOf = ({ path, input }: Line) => `${path} ${String(input).replace(/\s+/g, " ").slice(0, 60)}`;

test("every procedure is in the table", () => {
  expect([...new Set(TABLE.map(({ path }) => path))].sort()).toEqual(PROCEDURE_PATHS);
});

test("a refused role gets the declared code, and nothing is written", async () => {
  const wrong: string[] = [];
  for (const line of TABLE) {
    const before = await written();
    for (const role of ROLES.filter((each) => line.expected[each] !== "ok")) {
      const answer = await callProcedure(
        line.path,
        line.input(scene.ids, scene.ids),
        await callerOf(role, scene),
        deps,
      );
      if (answer.code !== line.expected[role])
        wrong.push(`${nameOf(line)} ${role}: ${answer.code}, not ${line.expected[role]}`);
    }
    wrong.push(...changedSince(before, await written()).map((table) => `${nameOf(line)}: a refusal changed ${table}`));
  }
  expect(wrong).toEqual([]);
}, 60_000);

test("foreign and missing ids get the same answer in every role, and nothing is written", async () => {
  const wrong: string[] = [];
  for (const line of TABLE.filter(({ absent }) => absent !== null)) {
    const before = await written();
    for (const role of ROLES) wrong.push(...(await answerDifferences(line, role)));
    wrong.push(
      ...changedSince(before, await written()).map((table) => `${nameOf(line)}: an absent id changed ${table}`),
    );
  }
  expect(wrong).toEqual([]);
}, 60_000);

/** How the answers about foreign and missing ids differ from each other, or from what is declared. */
async function answerDifferences(line: Line, role: Role): Promise<string[]> {
  const { absent, path, input } = line;
  const inputOf = (ids: SceneIds) => (absent?.varies === "ids" ? input(ids, ids) : input(scene.ids, ids));
  const caller = await callerOf(role, scene);
  const ofForeign = await callProcedure(path, inputOf(foreign.ids), caller, deps);
  const ofMissing = await callProcedure(path, inputOf(missing), caller, deps);
  const name = `${nameOf(line)} ${role}`;
  if (told(ofForeign) !== told(ofMissing)) return [`${name}: ${told(ofForeign)} beside ${told(ofMissing)}`];
  const isAsDeclared = line.expected[role] !== "ok" || ofMissing.code === absent?.code;
  return isAsDeclared ? [] : [`${name}: ${ofMissing.code}, not ${absent?.code}`];
}

/** The statements that a call sends to the database, in order, each with the number of rows of its answer. */
async function statementsOf(line: Line, ids: [own: SceneIds, target: SceneIds], caller: Caller): Promise<string[]> {
  const statements: string[] = [];
  const query = pg.Client.prototype.query;
  const heard = vi.spyOn(pg.Client.prototype, "query").mockImplementation(function (this: pg.Client, ...given) {
    const [asked] = given as unknown[];
    const at = statements.push(typeof asked === "string" ? asked : String(Reflect.get(Object(asked), "text"))) - 1;
    const count = (answer: unknown) => {
      statements[at] += ` -- ${Reflect.get(Object(answer), "rowCount")} rows`;
    };
    const onAnswer: unknown = given.at(-1);
    if (typeof onAnswer !== "function") {
      const answering: unknown = Reflect.apply(query, this, given);
      if (answering instanceof Promise) void answering.then(count, () => undefined);
      return answering;
    }
    const counted = (error: unknown, answer: unknown) => {
      count(answer);
      Reflect.apply(onAnswer, undefined, [error, answer]);
    };
    return Reflect.apply(query, this, [...given.slice(0, -1), counted]);
  });
  try {
    await callProcedure(line.path, line.input(...ids), caller, deps);
  } finally {
    heard.mockRestore();
  }
  return statements;
}

/** Whether a call is about a backchannel that the role knows of: it is invited, or supervises the team. */
function knowsOf({ input }: Line, role: Role): boolean {
  const isOfBackchannel = JSON.stringify(input(scene.ids, scene.ids)).includes(scene.ids.backchannelId);
  return isOfBackchannel && (role === "invitee" || role === "supervisor");
}

/** How the statements about hidden ids differ from those about missing ones, and how many were compared. */
async function workDifferences(line: Line, role: Role): Promise<{ compared: number; wrong: string[] }> {
  const { absent, expected } = line;
  const caller = await callerOf(role, scene);
  const asked = (ids: SceneIds): [SceneIds, SceneIds] => (absent?.varies === "ids" ? [ids, ids] : [scene.ids, ids]);
  // The first call of an organization reads its configuration, whatever the call asks for.
  await statementsOf(line, asked(missing), caller);
  const ofMissing = await statementsOf(line, asked(missing), caller);
  // A request of the caller's own organization that they take no part in is the likeliest to leak.
  const isHidden = absent?.varies === "ids" && expected[role] === "not_found" && !knowsOf(line, role);
  const hidden = isHidden ? [foreign.ids, scene.ids] : [foreign.ids];
  const wrong: string[] = [];
  for (const ids of hidden) {
    const found = await statementsOf(line, asked(ids), caller);
    if (found.join(";") === ofMissing.join(";")) continue;
    wrong.push(`${nameOf(line)} ${role}: ${found.length} statements, not ${ofMissing.length}`);
  }
  return { compared: hidden.length, wrong };
}

/**
 * Visibility is decided before anything is read, so the work of the server does not tell hidden from missing, either.
 */
test("a hidden id costs the same statements and rows as a missing one", async () => {
  const wrong: string[] = [];
  let compared = 0;
  for (const line of TABLE.filter(({ absent }) => absent !== null)) {
    for (const role of ROLES) {
      const told = await workDifferences(line, role);
      compared += told.compared;
      wrong.push(...told.wrong);
    }
  }
  expect(wrong).toEqual([]);
  expect(compared).toBeGreaterThan(300);
}, 90_000);

function changedSince(before: Record<string, string>, now: Record<string, string>): string[] {
  return Object.keys(now).filter((table) => now[table] !== before[table]);
}

test("every allowed role is let in, each on a fresh request", async () => {
  const wrong: string[] = [];
  for (const line of TABLE) {
    for (const role of ROLES.filter((each) => line.expected[each] === "ok")) {
      const own = isMutation(line.path) ? await aScene(stage, deps) : scene;
      const answer = await callProcedure(line.path, line.input(own.ids, own.ids), await callerOf(role, own), deps);
      if (answer.code !== "ok") wrong.push(`${nameOf(line)} ${role}: ${told(answer)}`);
      await restoreCallers();
    }
  }
  expect(wrong).toEqual([]);
}, 90_000);

/** Restores the sessions and duties that a call ended, which would change what the next call meets. */
async function restoreCallers(): Promise<void> {
  await deps.db.updateTable("user_session").set({ revoked_at: null }).where("revoked_at", "is not", null).execute();
  await deps.db
    .updateTable("rep_load")
    .set({ availability: "available" })
    .where("rep_id", "in", [stage.reps.rep.id, stage.reps.otherTeamRep.id, stage.reps.specialist.id])
    .execute();
}
