import { nextOpeningAtMs } from "@/domain/sla/hours/openHours";
import { routeRequest } from "@/server/routing/commands/routeRequest";
import { afterOpenMs } from "../stories/openTime";
import { isRepStep, type PlannedStep, type Story } from "../stories/story";
import { openStory } from "./customerSteps";
import { type Desk, endStory, type Happening } from "./desk";
import { noteJobs, runJob } from "./jobs";
import { pastStory } from "./pastStory";
import { perform } from "./perform";
import { takeByHand } from "./repSteps";
import { keepRoster } from "./roster";
import { requestOf } from "./storyRequest";

const RETRY_MS = 10 * 60_000;
const OPENING_RUSH_MS = 4 * 60_000;

/**
 * Plays everything on the agenda until an instant, in the order of time, through the commands of the server.
 *
 * @throws the signal's reason once it is aborted
 */
export async function playStories(desk: Desk, untilMs: number, signal: AbortSignal): Promise<void> {
  for (let noted = desk.agenda.next(untilMs); noted; noted = desk.agenda.next(untilMs)) {
    signal.throwIfAborted();
    // Stored instants are whole milliseconds.
    desk.clock.nowMs = Math.max(desk.clock.nowMs, Math.floor(noted.atMs));
    await play(desk, noted.happening, noted.atMs);
    noteJobs(desk);
    continueAssigned(desk);
  }
  desk.clock.nowMs = untilMs;
}

async function play(desk: Desk, happening: Happening, atMs: number): Promise<void> {
  switch (happening.kind) {
    case "arrive": {
      const story = pastStory(desk, happening.scenario);
      if (story) await begin(desk, story);
      break;
    }
    case "begin":
      desk.hasLive = true;
      await begin(desk, happening.story);
      await giveToSomebody(desk, happening.story);
      break;
    case "step":
      await takeStep(desk, happening.story);
      break;
    case "retry":
      await retry(desk, happening.story);
      break;
    case "job":
      await runJob(desk, happening, atMs);
      break;
  }
}

async function begin(desk: Desk, story: Story): Promise<void> {
  desk.busyUntilMs.set(story.contact.id, Number.POSITIVE_INFINITY);
  await keepRoster(desk, story.onDuty);
  await openStory(desk, story);
  planNext(desk, story, false);
  if (!desk.noted.assignedIds.has(story.sequenceId ?? "")) await planRetry(desk, story);
}

/** Gives a live request to a rep if its story has steps, unless it must be seen waiting. */
async function giveToSomebody(desk: Desk, story: Story): Promise<void> {
  if (isHeld(story) || story.steps.length === 0) return;
  const request = await requestOf(story, desk);
  if (request?.state === "queued") await takeByHand(desk, story, request);
}

/** Puts the story's next step on the agenda, or parks the story until a rep has the request. */
function planNext(desk: Desk, story: Story, isAssigned: boolean): void {
  const step = story.steps[story.next];
  if (!step) return;
  story.isParked = isRepStep(step) && !isAssigned;
  if (!story.isParked) desk.agenda.add(stepAtMs(desk, story, step), { kind: "step", story });
}

/** Continues the parked stories whose requests were assigned. */
function continueAssigned(desk: Desk): void {
  for (const sequenceId of desk.noted.assignedIds) {
    const story = desk.stories.get(sequenceId);
    if (story?.isParked) planNext(desk, story, true);
  }
  desk.noted.assignedIds.clear();
}

function stepAtMs(desk: Desk, story: Story, { kind, afterMs, clock, atMs }: PlannedStep): number {
  if (atMs !== undefined) return Math.max(desk.clock.nowMs, atMs);
  if (clock === "wall") return desk.clock.nowMs + Math.max(1, afterMs);
  const { teamIds, configuration, demo } = desk.structure;
  const { scenario } = story;
  const asked = kind === "accept" || kind === "answer" ? scenario.backchannel?.teamKey : undefined;
  const category = demo.categories.find(({ key }) => key === scenario.categoryKey);
  const teamId = teamIds.get(asked ?? category?.teamKey ?? "");
  const calendar = (teamId && configuration.teams.get(teamId)?.calendar) || null;
  return afterOpenMs(calendar, desk.clock.nowMs, afterMs);
}

async function takeStep(desk: Desk, story: Story): Promise<void> {
  const step = story.steps[story.next];
  const request = await requestOf(story, desk);
  if (!step || request === null) return;
  if (request.state === "retired" && step.kind !== "rate") return endStory(desk, story);
  if (isRepStep(step) && request.rep === null) {
    story.isParked = true;
    return;
  }
  await perform(desk, story, request, step);
  story.next += 1;
  planNext(desk, story, request.rep !== null);
  if (step.kind === "close" || ("thenState" in step && step.thenState === "closed")) endStory(desk, story);
  if (step.kind === "pick" || step.kind === "sort") await planRetry(desk, story);
}

/** Whether a story's live request must be seen waiting. */
function isHeld({ onDuty }: Story): boolean {
  return onDuty === "nobody";
}

/** Tries to route a waiting request. */
async function retry(desk: Desk, story: Story): Promise<void> {
  if (story.sequenceId === null) return;
  await keepRoster(desk, story.onDuty);
  const outcome = await routeRequest(story.sequenceId, desk.deps);
  if (outcome === "waiting") await planRetry(desk, story);
}

/** Plans the next try for a request that is still queued: in some minutes, or soon after its team opens. */
async function planRetry(desk: Desk, story: Story): Promise<void> {
  if (isHeld(story)) return;
  const request = await requestOf(story, desk);
  if (request?.state !== "queued" || request.teamId === null) return;
  const calendar = desk.structure.configuration.teams.get(request.teamId)?.calendar ?? null;
  const opensAtMs = nextOpeningAtMs(calendar, desk.clock.nowMs) ?? desk.clock.nowMs;
  const delayMs = opensAtMs > desk.clock.nowMs ? desk.random.whole(OPENING_RUSH_MS) : RETRY_MS;
  desk.agenda.add(opensAtMs + delayMs, { kind: "retry", story });
}
