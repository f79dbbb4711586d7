import type { Scenario } from "../../texts/scenario";
import type { LiveKind } from "./livePlans";
import type { StoryStep } from "./story";

const PICKED_UP: readonly StoryStep[] = [{ kind: "look" }, { kind: "tidy" }];

/** The steps of a live request so far; null if the scenario never comes to this kind. */
export function liveSteps(kind: LiveKind, scenario: Scenario): readonly StoryStep[] | null {
  const answered = [...PICKED_UP, ...scenario.turns.slice(0, 1).map(turnStep)];
  switch (kind) {
    case "queued":
    case "unassigned":
    case "not_looked_at":
      return [];
    case "looked_at":
      return PICKED_UP;
    case "escalated":
      return [...PICKED_UP, { kind: "escalate" }];
    case "answered":
      return scenario.endState === "closed" ? answered : null;
    case "customer_waits":
      return scenario.turns[1]?.by === "customer" ? [...PICKED_UP, ...scenario.turns.slice(0, 2).map(turnStep)] : null;
    case "asked_inside":
      return scenario.backchannel ? [...answered, { kind: "ask" }] : null;
    case "answered_inside":
      return scenario.backchannel ? [...answered, ...insideSteps(scenario.backchannel.answer)] : null;
    case "need_info":
    case "pending":
      return scenario.endState === kind ? [...PICKED_UP, ...endingIn(kind, scenario.turns)] : null;
  }
}

function insideSteps(answers: readonly string[]): StoryStep[] {
  return [{ kind: "ask" }, { kind: "accept" }, ...answers.map((text): StoryStep => ({ kind: "answer", text }))];
}

function endingIn(thenState: "need_info" | "pending", turns: Scenario["turns"]): StoryStep[] {
  return turns.map((turn, index): StoryStep => {
    const isLast = index === turns.length - 1;
    return isLast ? { kind: "reply", text: turn.text, thenState } : turnStep(turn);
  });
}

function turnStep({ by, text }: Scenario["turns"][number]): StoryStep {
  return by === "rep" ? { kind: "reply", text } : { kind: "write", text };
}
