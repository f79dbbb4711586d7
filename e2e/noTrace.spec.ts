import { randomUUID } from "node:crypto";
import { clearDesk } from "./cast/clearDesk";
import type { DeskClient } from "./cast/deskClient";
import { PEOPLE } from "./cast/people";
import { type Recording, recordBytes, type StreamFrame } from "./cast/recordBytes";
import { transcriptOf } from "./cast/transcriptOf";
import { type Cast, expect, test } from "./fixtures";

const CANARY = "ZANZIBAR";
const WORDS_INSIDE = 10;
const INSTANT = /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z/g;

type Span = { fromMs: number; untilMs: number };
type Received = { text: string; frames: readonly StreamFrame[] };
type Run = { customer: Received; bystander: Received; span: Span; unique: string };
type Inside = (rep: DeskClient, sequenceId: string, cast: Cast) => Promise<void>;

test("a backchannel leaves no trace with the customer or an uninvolved rep, who are sent the same without it", async ({
  cast,
  unique,
}) => {
  test.setTimeout(150_000);
  const silent = await play(cast, `${unique}a`, async () => undefined);
  const consulted = await play(cast, `${unique}b`, useBackchannel);

  for (const side of ["customer", "bystander"] as const) {
    const received = consulted[side];
    expect(received.frames.length, "something was recorded").toBeGreaterThan(2);
    expect(found(received.text, [consulted.unique])).toEqual([consulted.unique]);
    expect(found(received.text, [CANARY])).toEqual([]);
    // Lists that the bystander has anyway name colleagues; what streams brought meanwhile must not.
    const heard = received.frames.map(({ data }) => data).join("\n");
    expect(found(heard, [PEOPLE.administrator.name, PEOPLE.supervisor.name, "internal"])).toEqual([]);
    expect(instantsWithin(received, consulted.span), "times of the backchannel").toEqual([]);
    expect(transcriptOf(received.frames, consulted.unique)).toEqual(transcriptOf(silent[side].frames, silent.unique));
  }
  const names = [PEOPLE.rep, PEOPLE.specialist, PEOPLE.administrator, PEOPLE.supervisor].map(({ name }) => name);
  expect(found(consulted.customer.text, names)).toEqual([]);
});

/**
 * A customer writes, a rep takes it, something happens inside, the rep answers, and the request goes back to the team,
 * which is the later marker for the bystander. The rep is not the one who looks on.
 */
async function play(cast: Cast, unique: string, inside: Inside): Promise<Run> {
  const opening = `Camera ${unique} hums`;
  const { page, widget } = await cast.customer();
  const bystander = await cast.member("rep");
  const { api: rep } = await cast.member("specialist");
  await widget.visit();
  const customer = await recordBytes(page);
  await widget.openChat();
  const looksOn = await recordBytes(bystander.page);
  await bystander.desk.visit("team");
  await widget.say(opening);
  await expect(widget.line(opening)).toContainText("Sent");
  await expect(bystander.desk.row(opening)).toBeVisible();
  const sequenceId = (await bystander.desk.row(opening).getAttribute("data-sequence")) ?? "";
  await rep.sequence.take.mutate({ sequenceId });
  await expect(bystander.desk.row(opening)).toContainText("Left this view");

  const fromMs = Date.now();
  await inside(rep, sequenceId, cast);
  const untilMs = Date.now();

  const { interactions, teamId } = await rep.sequence.get.query({ sequenceId });
  const interactionId = interactions.find(({ audience }) => audience === "customer")?.id ?? "";
  await rep.interaction.typing.mutate({ interactionId });
  const body = `Tighten the screw, ${unique}`;
  await rep.interaction.post.mutate({ interactionId, clientId: randomUUID(), body, expectedAudience: "customer" });
  await expect(widget.line(body)).toBeVisible();
  await rep.sequence.handOver.mutate({ sequenceId, to: { teamId: teamId ?? "" } });
  await expect(bystander.desk.row(opening)).not.toContainText("Left this view");
  const run = { customer: receivedBy(customer), bystander: receivedBy(looksOn), span: { fromMs, untilMs }, unique };
  // The next run finds the list as this one did.
  await clearDesk(bystander.api);
  return run;
}

const receivedBy = (recording: Recording): Received => ({ text: recording.text(), frames: recording.frames() });

/** Opens a backchannel and does in it all that can be done: asking, ten messages, typing, changing, taking back, inviting, leaving. */
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

/** Those of the words that occur in a text, which is too long to be shown when it fails. */
const found = (text: string, words: readonly string[]) => words.filter((word) => text.includes(word));

/** Instants in what streams brought that lie in a span of time. */
function instantsWithin({ frames }: Received, { fromMs, untilMs }: Span): string[] {
  const told = frames.flatMap(({ data }) => data.match(INSTANT) ?? []);
  return told.filter((instant) => Date.parse(instant) > fromMs && Date.parse(instant) < untilMs);
}
