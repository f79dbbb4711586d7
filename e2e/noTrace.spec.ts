import { randomUUID } from "node:crypto";
import { answersOf } from "./cast/answersOf";
import { clearDesk } from "./cast/clearDesk";
import type { DeskClient } from "./cast/deskClient";
import { PEOPLE } from "./cast/people";
import { type Answer, type Recording, recordBytes, type StreamFrame } from "./cast/recordBytes";
import { steppedTime } from "./cast/steppedTime";
import { transcriptOf } from "./cast/transcriptOf";
import { type Cast, expect, test } from "./fixtures";

const CANARY = "ZANZIBAR";
const WORDS_INSIDE = 10;
const INSTANT = /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z/g;

type Span = { fromMs: number; untilMs: number };
type Received = {
  text: string;
  frames: readonly StreamFrame[];
  /** The calls made since the page was loaded. How often it asks while it loads depends on how fast it loads. */
  answers: readonly Answer[];
  /** The calls made while the backchannel was in use. */
  meanwhile: readonly Answer[];
};
type Run = { customer: Received; bystander: Received; span: Span; unique: string };
type Inside = (rep: DeskClient, sequenceId: string, cast: Cast) => Promise<void>;

test("a backchannel leaves no trace with the customer or an uninvolved rep, who get the same without it", async ({
  cast,
  unique,
}) => {
  test.setTimeout(150_000);
  const silent = await play(cast, `${unique}a`, async () => undefined);
  const consulted = await play(cast, `${unique}b`, useBackchannel);

  for (const side of ["customer", "bystander"] as const) {
    const received = consulted[side];
    expect(received.frames.length, "something was recorded").toBeGreaterThan(2);
    expect(received.answers.length, "something was asked").toBeGreaterThan(0);
    expect(found(received.text, [consulted.unique])).toEqual([consulted.unique]);
    expect(found(received.text, [CANARY])).toEqual([]);
    // The bystander's lists name colleagues anyway. What streams brought meanwhile must not.
    const heard = received.frames.map(({ data }) => data).join("\n");
    expect(found(heard, [PEOPLE.administrator.name, PEOPLE.supervisor.name, "internal"])).toEqual([]);
    expect(instantsWithin(received, consulted.span), "times of the backchannel").toEqual([]);
    expect
      .soft(transcriptOf(received.frames, consulted.unique))
      .toEqual(transcriptOf(silent[side].frames, silent.unique));
    expect.soft(answersOf(received.meanwhile, consulted.unique), "asked while the backchannel was used").toEqual([]);
    expect.soft(answersOf(received.answers, consulted.unique)).toEqual(answersOf(silent[side].answers, silent.unique));
  }
  const names = [PEOPLE.rep, PEOPLE.specialist, PEOPLE.administrator, PEOPLE.supervisor].map(({ name }) => name);
  expect(found(consulted.customer.text, names)).toEqual([]);
});

/**
 * A customer writes, a rep takes the request, a backchannel may be used, the rep answers, and the request goes back to
 * the team, which is the last event for the bystander. The bystander is another rep.
 */
async function play(cast: Cast, unique: string, inside: Inside): Promise<Run> {
  const stage = await setStage(cast);
  const opening = `Camera ${unique} hums`;
  const { api: rep } = await cast.member("specialist");
  const sequenceId = await writesAndIsTaken(stage, opening, rep);

  const meanwhileOf = { customer: asksFromNowOn(stage.customer), bystander: asksFromNowOn(stage.bystander) };
  const fromMs = Date.now();
  await inside(rep, sequenceId, cast);
  const untilMs = Date.now();
  await stage.settle();
  const meanwhile = { customer: meanwhileOf.customer(), bystander: meanwhileOf.bystander() };

  await isAnsweredAndHandedBack(stage, `Tighten the screw, ${unique}`, { rep, sequenceId });
  await expect(stage.desk.row(opening)).not.toContainText("Left this view");
  const run = {
    customer: { ...receivedBy(stage.customer), answers: stage.since.customer(), meanwhile: meanwhile.customer },
    bystander: { ...receivedBy(stage.bystander), answers: stage.since.bystander(), meanwhile: meanwhile.bystander },
    span: { fromMs, untilMs },
    unique,
  };
  // The next run must find the bystander's lists as this one did, including the closed requests.
  await clearDesk(rep);
  return run;
}

/** Opens and records the customer's chat and the bystander's list. `settle` waits until all calls are answered. */
async function setStage(cast: Cast) {
  const { page, widget } = await cast.customer();
  const { page: lookout, desk, api } = await cast.member("rep");
  const customer = await recordBytes(page);
  const bystander = await recordBytes(lookout);
  const time = await steppedTime(lookout);
  const settle = async () => {
    await time.step();
    await expect.poll(() => customer.isQuiet() && bystander.isQuiet(), "all is answered").toBe(true);
  };
  await widget.visit();
  await widget.openChat();
  await desk.visit("team");
  await time.stand();
  await settle();
  const since = { customer: asksFromNowOn(customer), bystander: asksFromNowOn(bystander) };
  return { widget, desk, api, customer, bystander, since, settle };
}

type Stage = Awaited<ReturnType<typeof setStage>>;

async function writesAndIsTaken({ widget, desk, bystander, settle }: Stage, opening: string, rep: DeskClient) {
  await widget.say(opening);
  await expect(widget.line(opening)).toContainText("Sent");
  await hears(bystander, "message", opening);
  await settle();
  await expect(desk.row(opening)).toBeVisible();
  const sequenceId = (await desk.row(opening).getAttribute("data-sequence")) ?? "";
  await rep.sequence.take.mutate({ sequenceId });
  await hears(bystander, "hidden", sequenceId);
  await settle();
  await expect(desk.row(opening)).toContainText("Left this view");
  return sequenceId;
}

type Taken = { rep: DeskClient; sequenceId: string };

async function isAnsweredAndHandedBack(stage: Stage, body: string, { rep, sequenceId }: Taken) {
  const { interactions, teamId } = await rep.sequence.get.query({ sequenceId });
  const interactionId = interactions.find(({ audience }) => audience === "customer")?.id ?? "";
  await rep.interaction.typing.mutate({ interactionId });
  await rep.interaction.post.mutate({ interactionId, clientId: randomUUID(), body, expectedAudience: "customer" });
  await expect(stage.widget.line(body)).toBeVisible();
  await rep.sequence.handOver.mutate({ sequenceId, to: { teamId: teamId ?? "" } });
  await hears(stage.bystander, "message", body);
  await stage.settle();
}

/** The calls of a page from now on. */
function asksFromNowOn(recording: Recording): () => readonly Answer[] {
  const before = recording.answers().length;
  return () => recording.answers().slice(before);
}

/** Waits for a frame of a stream that holds a word. */
async function hears(recording: Recording, event: string, word: string): Promise<void> {
  const hasCome = () => recording.frames().some((frame) => frame.event === event && frame.data.includes(word));
  await expect.poll(hasCome, `${event} with ${word}`).toBe(true);
}

const receivedBy = (recording: Recording) => ({ text: recording.text(), frames: recording.frames() });

/** Opens a backchannel and does everything in it: ten messages, typing, editing, deleting, inviting, leaving. */
async function useBackchannel(rep: DeskClient, sequenceId: string, cast: Cast): Promise<void> {
  const { api: asked } = await cast.member("administrator");
  const { interactions } = await rep.sequence.get.query({ sequenceId });
  const parentId = interactions[0]?.id ?? "";
  const people = await rep.directory.reps.query({});
  const idOf = (name: string) => people.find((each) => each.name === name)?.id ?? "";
  const { interactionId } = await rep.interaction.openBackchannel.mutate({
    parentId,
    clientId: randomUUID(),
    name: `${CANARY} name`,
    question: `${CANARY} question`,
    teamIds: [],
    repIds: [idOf(PEOPLE.administrator.name)],
    sharedMessageIds: [],
    sharesCustomerName: true,
  });
  await asked.interaction.answerInvitation.mutate({ interactionId, accepts: true });
  let messageId = "";
  for (let count = 1; count <= WORDS_INSIDE; count += 1) {
    const writer = count % 2 === 0 ? rep : asked;
    await writer.interaction.typing.mutate({ interactionId });
    const body = `${CANARY} ${count}`;
    const posted = { interactionId, clientId: randomUUID(), body, expectedAudience: "internal" } as const;
    const answer = await writer.interaction.post.mutate(posted);
    if (writer === asked) messageId = answer.messageId;
  }
  await asked.interaction.edit.mutate({ messageId, body: `${CANARY} changed` });
  await asked.interaction.remove.mutate({ messageId });
  await rep.interaction.invite.mutate({ interactionId, partyId: idOf(PEOPLE.supervisor.name), showFrom: "start" });
  await rep.interaction.removeParticipant.mutate({ interactionId, partyId: idOf(PEOPLE.supervisor.name) });
  await asked.interaction.leave.mutate({ interactionId });
}

/** The words that occur in a text. The text itself would be too long for the message of a failure. */
const found = (text: string, words: readonly string[]) => words.filter((word) => text.includes(word));

/** The instants within a span of time that streams brought. */
function instantsWithin({ frames }: Received, { fromMs, untilMs }: Span): string[] {
  const told = frames.flatMap(({ data }) => data.match(INSTANT) ?? []);
  return told.filter((instant) => Date.parse(instant) > fromMs && Date.parse(instant) < untilMs);
}
