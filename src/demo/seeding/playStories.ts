import { nextOpeningAtMs } from "@/domain/sla/hours/nextOpeningAtMs";
import { acceptInvitation, answerInside, askInside, readInside } from "./backchannelSteps";
import { type Desk, type Happening, presentAt } from "./desk";
import { known } from "./ledger";
import { openStory } from "./openStory";
import { afterOpenMs } from "./openTime";
import { pastStory } from "./pastStory";
import {
  closeSequence,
  lookAgain,
  lookFirst,
  markEscalated,
  rate,
  replyToCustomer,
  setCategory,
  tidySequence,
  writeAsCustomer,
} from "./requestSteps";
import { routeStory } from "./routeStory";
import { isRepStep, type PlannedStep, type Story, type StoryStep } from "./story";

const RETRY_MS = 5 * 60_000;
const OPENING_RUSH_MS = 4 * 60_000;
const WAITING_IN_A_ROW_MAX = 3;
const ESCALATION_REASON = "Third time about the same matter, and now a lawyer is mentioned. Please decide with me.";

/** Lets everything happen that lies ahead until an instant, in the order of time. */
export function playStories(desk: Desk, untilMs: number): void {
  for (let noted = desk.agenda.next(untilMs); noted; noted = desk.agenda.next(untilMs)) {
    // Whole milliseconds, as every stored instant.
    desk.nowMs = Math.max(desk.nowMs, Math.floor(noted.atMs));
    play(desk, noted.happening);
  }
  desk.nowMs = untilMs;
}

function play(desk: Desk, happening: Happening): void {
  switch (happening.kind) {
    case "arrive":
      arrive(desk, happening.scenario);
      break;
    case "begin":
      begin(desk, happening.story);
      break;
    case "step":
      takeStep(desk, happening.story);
      break;
    case "retry":
      route(desk, happening.story);
      break;
    case "look":
      look(desk, happening.sequenceId);
      break;
    case "drain":
      drain(desk, happening.repId);
      break;
  }
}

function arrive(desk: Desk, scenario: Parameters<typeof pastStory>[1]): void {
  const story = pastStory(desk, scenario);
  if (story) begin(desk, story);
}

function begin(desk: Desk, story: Story): void {
  desk.busyUntilMs.set(story.contact.id, Number.POSITIVE_INFINITY);
  openStory(desk, story);
  planNext(desk, story);
  planRetry(desk, story);
}

/** Puts the next step down, or lets the story wait for a rep. */
function planNext(desk: Desk, story: Story): void {
  const step = story.steps[story.next];
  if (!step || story.sequenceId === null) return;
  story.isParked = isRepStep(step) && known(desk.ledger.requests, story.sequenceId).state !== "assigned";
  if (!story.isParked) desk.agenda.add(stepAtMs(desk, story, step), { kind: "step", story });
}

function stepAtMs(desk: Desk, story: Story, { kind, afterMs, clock, atMs }: PlannedStep): number {
  if (atMs !== undefined) return Math.max(desk.nowMs, atMs);
  if (clock === "wall") return desk.nowMs + Math.max(1, afterMs);
  const { teamIds, configuration, demo } = desk.structure;
  const { scenario } = story;
  const asked = kind === "accept" || kind === "answer" ? scenario.backchannel?.teamKey : undefined;
  const category = demo.categories.find(({ key }) => key === scenario.categoryKey);
  const teamId = teamIds.get(asked ?? category?.teamKey ?? "");
  const calendar = (teamId && configuration.teams.get(teamId)?.calendar) || null;
  return afterOpenMs(calendar, desk.nowMs, afterMs);
}

function takeStep(desk: Desk, story: Story): void {
  const step = story.steps[story.next];
  if (!step || story.sequenceId === null) return;
  const { state } = known(desk.ledger.requests, story.sequenceId);
  if (state === "retired" && step.kind !== "rate") return;
  if (isRepStep(step) && state !== "assigned") {
    story.isParked = true;
    return;
  }
  perform(desk, story, story.sequenceId, step);
  story.next += 1;
  planNext(desk, story);
}

function perform(desk: Desk, story: Story, sequenceId: string, step: StoryStep): void {
  switch (step.kind) {
    case "pick":
    case "sort":
      sort(desk, story, sequenceId, step.kind === "pick" ? "customer" : "rep");
      break;
    case "look":
      lookFirst(desk, sequenceId);
      break;
    case "tidy":
      tidySequence(desk, story, sequenceId);
      break;
    case "reply":
      readInside(desk, story);
      replyToCustomer(desk, sequenceId, story.fill(step.text), step.thenState);
      break;
    case "write":
      writeAsCustomer(desk, story, sequenceId, story.fill(step.text));
      break;
    case "ask":
      askInside(desk, story, sequenceId);
      break;
    case "accept":
      acceptInvitation(desk, story);
      break;
    case "answer":
      answerInside(desk, story, story.fill(step.text));
      break;
    case "escalate":
      markEscalated(desk, sequenceId, ESCALATION_REASON);
      break;
    case "close":
      readInside(desk, story);
      closeSequence(desk, sequenceId);
      break;
    case "rate":
      rate(desk, story, sequenceId);
      break;
  }
}

function sort(desk: Desk, story: Story, sequenceId: string, by: "customer" | "rep"): void {
  if (known(desk.ledger.requests, sequenceId).state !== "unassigned") return;
  setCategory(desk, story, sequenceId, by);
  routeStory(desk, story, sequenceId);
  planRetry(desk, story);
}

/** A live request that is to be seen waiting. */
function isHeld({ onDuty }: Story): boolean {
  return onDuty === "nobody";
}

/** Tries to give a waiting request to somebody; a story that waited for its rep goes on. */
function route(desk: Desk, story: Story): void {
  if (story.sequenceId === null || isHeld(story)) return;
  const isAssigned = routeStory(desk, story, story.sequenceId);
  if (isAssigned && story.isParked) planNext(desk, story);
  if (!isAssigned) planRetry(desk, story);
}

/** The sweep behind the events: it comes back every few minutes, and soon after the team has opened. */
function planRetry(desk: Desk, story: Story): void {
  if (story.sequenceId === null || isHeld(story)) return;
  const { state, team_id } = known(desk.ledger.requests, story.sequenceId);
  if (state !== "queued" || team_id === null) return;
  const calendar = desk.structure.configuration.teams.get(team_id)?.calendar ?? null;
  const opensAtMs = nextOpeningAtMs(calendar, desk.nowMs) ?? desk.nowMs;
  const delayMs = opensAtMs > desk.nowMs ? desk.random.whole(OPENING_RUSH_MS) : RETRY_MS;
  desk.agenda.add(opensAtMs + delayMs, { kind: "retry", story });
}

function look(desk: Desk, sequenceId: string): void {
  const { look_at } = known(desk.ledger.requests, sequenceId);
  // A timer that was moved has an earlier happening left: the job's key would have taken it away.
  if (look_at?.getTime() !== presentAt(desk).getTime()) return;
  lookAgain(desk, sequenceId);
  const story = desk.stories.get(sequenceId);
  if (!story || isHeld(story) || !story.isParked) return;
  if (routeStory(desk, story, sequenceId)) planNext(desk, story);
}

/** A rep with room looks for work in their teams' queues, the most urgent first (`drainForRep`). */
function drain(desk: Desk, repId: string): void {
  for (const teamId of known(desk.reps, repId).teamIds) {
    let waitingInARow = 0;
    for (const story of waitingIn(desk, teamId)) {
      waitingInARow = isTaken(desk, story) ? 0 : waitingInARow + 1;
      if (waitingInARow >= WAITING_IN_A_ROW_MAX) break;
    }
  }
}

function isTaken(desk: Desk, story: Story): boolean {
  if (story.sequenceId === null || !routeStory(desk, story, story.sequenceId)) return false;
  if (story.isParked) planNext(desk, story);
  return true;
}

function waitingIn(desk: Desk, teamId: string): Story[] {
  const waiting = [...desk.stories].flatMap(([sequenceId, story]) => {
    const { state, team_id, next_due_at } = known(desk.ledger.requests, sequenceId);
    const isWaiting = state === "queued" && team_id === teamId && !isHeld(story);
    return isWaiting ? [{ story, dueMs: next_due_at?.getTime() ?? Number.POSITIVE_INFINITY }] : [];
  });
  return waiting.sort((a, b) => a.dueMs - b.dueMs).map(({ story }) => story);
}
