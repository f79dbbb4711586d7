import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { foldBackchannels } from "@/contract/live/foldBackchannels";
import { foldMessages } from "@/contract/live/foldMessages";
import { foldQueue } from "@/contract/live/foldQueue";
import { foldSequence } from "@/contract/live/foldSequence";
import type { HeardEvent } from "@/contract/live/repEvent";
import type { SequenceView } from "@/contract/views/requestViews";
import { queueRule } from "@/features/queue/list/queueRule";
import { CUSTOMERS, history, LONG_STORY, REPS, type RepName, type Step } from "@/testing/laws/histories";
import { type MemberPages, memberPages } from "@/testing/laws/memberPages";
import {
  customerPaced,
  EARLY_AND_LATE,
  memberPaced,
  type Pace,
  pace,
  paceOf,
  type RepPaces,
} from "@/testing/laws/paced";
import { playHistory } from "@/testing/laws/playHistory";
import { newStage, type Stage } from "@/testing/laws/stage";
import { openTestWorld } from "@/testing/world/openTestWorld";
import { conversationAfter, EMPTY_CONVERSATION, messagesOf } from "@/widget/app/conversation/conversationState";
import { markRead } from "../../conversation/commands/markRead";
import { markCustomerRead } from "../../customer/commands/visitorSigns";
import { customerConversation } from "../../customer/queries/customerConversation";

const world = await openTestWorld();
afterAll(() => world.close());

const RUNS = { numRuns: 20, seed: 9_497_150, endOnFailure: true };

let run = 0;
const aStage = () => {
  run += 1;
  return newStage(run, world);
};

/** Reads everything in a tab that is none of these listeners. */
async function readAll({ cast, deps }: Stage, rep: RepName) {
  const pov = await cast.pov(rep);
  const parts = await deps.db
    .selectFrom("participation")
    .select("interaction_id")
    .distinct()
    .where("party_id", "=", pov.partyId)
    .where("from_at", "is not", null)
    .orderBy("interaction_id")
    .execute();
  for (const { interaction_id } of parts) await markRead(pov, { interactionId: interaction_id, ordinal: 1_000 }, deps);
}

/**
 * A page loaded at any moment, that hears late and a part twice, shows what a page loaded at the later moment shows.
 */
test("page + events = later page, for every rep", { timeout: 180_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(history, fc.tuple(pace, pace, pace, pace, pace), async (steps, paces) => {
      const stage = await aStage();
      const listeners = REPS.map((rep, index) => memberPaced(stage, rep, paces[index] ?? (paces[0] as Pace)));
      await playHistory(stage, steps, async (step) => {
        if (step % 3 === 0) await readAll(stage, REPS[(step / 3) % REPS.length] ?? "ana");
        for (const listener of listeners) await listener.after(step);
      });
      for (const [index, rep] of REPS.entries()) {
        const end = await listeners[index]?.end();
        if (!end) throw new Error("everybody listens");
        const heard = end.heard.map(({ id, event }) => ({ position: id, event }));
        const later = await memberPages(await stage.cast.pov(rep), stage.deps);
        expect(await folded(stage, rep, end.page, heard, later)).toEqual(shown(end.page, later, rep));
      }
    }),
    { ...RUNS, examples: EARLY_AND_LATE.map((at): [Step[], RepPaces] => [LONG_STORY, at]) },
  );
});

/** What a supervisor sees by privilege (P5) is on no list. It is followed while it is open (lookWatch.test.ts). */
const isFollowed = (rep: RepName, id: string, page: MemberPages, later: MemberPages) =>
  rep !== "sue" || (takesPart(id, page) && takesPart(id, later) === takesPart(id, page));

function takesPart(interactionId: string, { sequences }: MemberPages): string | false {
  for (const { interactions } of sequences.values()) {
    const found = interactions.find(({ id, viewer }) => id === interactionId && viewer === "taking_part");
    if (found) return JSON.stringify(found.participants.filter(({ status }) => status === "taking_part"));
  }
  return false;
}

async function folded(
  { cast }: Stage,
  rep: RepName,
  page: MemberPages,
  heard: readonly HeardEvent[],
  later: MemberPages,
) {
  const { partyId, groupIds: teamIds, supervisedTeamIds } = await cast.pov(rep);
  const none = { teamId: null, categoryId: null, repId: null, figure: null };
  const queue = (view: "mine" | "team" | "unassigned") =>
    foldQueue([page.queues[view]], heard, queueRule(view, none, { partyId, teamIds, supervisedTeamIds }, new Set()));
  return {
    messages: [...page.messages]
      .filter(([id]) => isFollowed(rep, id, page, later))
      .map(([id, each]) => [id, foldMessages([each], heard)]),
    mine: queue("mine"),
    team: queue("team"),
    unassigned: queue("unassigned"),
    backchannels: foldBackchannels(page.backchannels, heard).sort(byId),
    sequences: [...page.sequences]
      .filter(() => rep !== "sue")
      .map(([id, each]) => [id, followed(foldSequence(each, heard), later.sequences.get(id))]),
  };
}

function shown(page: MemberPages, later: MemberPages, rep: RepName) {
  return {
    messages: [...page.messages.keys()]
      .filter((id) => isFollowed(rep, id, page, later))
      .map((id) => [id, later.messages.get(id)?.messages ?? []]),
    mine: later.queues.mine.rows,
    team: later.queues.team.rows,
    unassigned: later.queues.unassigned.rows,
    backchannels: [...later.backchannels].sort(byId),
    sequences: [...page.sequences.keys()]
      .filter(() => rep !== "sue")
      .map((id) => [id, followed(later.sequences.get(id) ?? null, later.sequences.get(id))]),
  };
}

const byId = (a: { interactionId: string }, b: { interactionId: string }) =>
  a.interactionId < b.interactionId ? -1 : 1;

/**
 * What the stream carries of a sequence. What only the query knows is read again when the stream tells of it. A
 * sequence that the rep has left is gone from the desk, and a query finds it as it was then.
 */
function followed(view: SequenceView | null, later: SequenceView | undefined) {
  const main = later?.interactions.find(({ audience }) => audience === "customer");
  if (view === null || main?.viewer === "took_part") return later ? "left" : "not there";
  const { subject, state, categoryId, tags, version, requestState, teamId, assignedTo, waitingSince } = view;
  return {
    ...{ subject, state, categoryId, tags, version, requestState, teamId, assignedTo, waitingSince },
    // How far a rep has read is told only when they read somebody else's message.
    interactions: view.interactions.map(({ unreadCount: _, lastReadOrdinal: __, ...each }) => each),
  };
}

/** The widget's own state is the fold: a chat that was open all the time shows the same as one that has just opened. */
test("page + events = later page, for every customer", { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(history, fc.tuple(pace, pace), async (steps, paces) => {
      const stage = await aStage();
      const listeners = CUSTOMERS.map((name, index) => customerPaced(stage, name, paces[index] ?? paces[0]));
      await playHistory(stage, steps, async (step) => {
        if (step % 3 === 0) await markCustomerRead(stage.cast.customers[CUSTOMERS[step % 2] ?? "c1"], stage.deps);
        for (const listener of listeners) await listener.after(step);
      });
      for (const [index, name] of CUSTOMERS.entries()) {
        const end = await listeners[index]?.end();
        if (!end) throw new Error("everybody listens");
        const loaded = conversationAfter(EMPTY_CONVERSATION, { type: "page", page: end.page });
        const state = end.heard.reduce(
          (now, { id, event }) => conversationAfter(now, { type: "heard", event, position: id }),
          loaded,
        );
        const later = await customerConversation(stage.cast.customers[name], {}, stage.deps);
        const { value: status, asksCategory } = state.status;
        expect({ messages: messagesOf(state), status, asksCategory, unreadCount: state.unreadCount }).toEqual({
          messages: later.messages,
          status: later.status,
          asksCategory: later.asksCategory,
          unreadCount: later.unreadCount,
        });
      }
    }),
    { ...RUNS, examples: [[LONG_STORY, [{ ...paceOf(2), hearsEvery: 1 }, paceOf(0)]]] },
  );
});
