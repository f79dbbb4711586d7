import type { Story, StoryStep } from "../stories/story";
import { pickAsCustomer, rate, writeAsCustomer } from "./customerSteps";
import type { Desk } from "./desk";
import { acceptInside, answerInside, askInside, readInside } from "./insideSteps";
import { type Assigned, close, escalate, look, reply, sortAsMember, tidy } from "./repSteps";
import { keepRoster } from "./roster";
import type { StoryRequest } from "./storyRequest";

const ESCALATION_REASON = "Third time about the same matter, and now a lawyer is mentioned. Please decide with me.";

/** Performs one step of a story through the command that a person would give. */
export async function perform(desk: Desk, story: Story, request: StoryRequest, step: StoryStep): Promise<void> {
  await keepRoster(desk, story.onDuty);
  switch (step.kind) {
    case "pick":
      if (request.state === "unassigned") await pickAsCustomer(desk, story);
      break;
    case "sort":
      if (request.state === "unassigned") await sortAsMember(desk, story, request);
      break;
    case "write":
      await writeAsCustomer(desk, story, request, story.fill(step.text));
      break;
    case "accept":
      await acceptInside(desk, story);
      break;
    case "answer":
      await answerInside(desk, story, story.fill(step.text));
      break;
    case "rate":
      await rate(desk, story, request);
      break;
    default:
      if (request.rep !== null) await performAsRep(desk, story, { ...request, rep: request.rep }, step);
  }
}

async function performAsRep(desk: Desk, story: Story, request: Assigned, step: StoryStep): Promise<void> {
  switch (step.kind) {
    case "look":
      await look(desk, request);
      break;
    case "tidy":
      await tidy(desk, story, request);
      break;
    case "reply":
      await readInside(desk, story);
      await reply(desk, story, request, { body: story.fill(step.text), thenState: step.thenState });
      break;
    case "ask":
      await askInside(desk, story, request);
      break;
    case "escalate":
      await keepRoster(desk, { repId: request.rep.id });
      await escalate(desk, request, ESCALATION_REASON);
      break;
    case "close":
      await readInside(desk, story);
      await close(desk, request);
      break;
  }
}
