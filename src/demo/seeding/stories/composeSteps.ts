import type { Scenario } from "../../texts/scenario";
import type { SeededRandom } from "../chance/seededRandom";
import type { PlannedStep } from "./story";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

const RATED_SHARE = 0.6;
const CLOSED_WITH_LAST_REPLY_SHARE = 0.55;
/** The share of unanswered requests that the rep closes. The others are closed for the customer's silence (R17). */
const CLOSED_BY_REP_SHARE = 0.6;
const CUSTOMER_SILENCE_MS_MAX = 9 * HOUR_MS;
const RATING_DELAY_MS_MAX = 40 * HOUR_MS;

/** How quick reps are under each SLA policy: most keep the promise, a few do not. */
const PACES: Readonly<Record<string, { lookMs: number; lookSpread: number; replyMs: number }>> = {
  urgent: { lookMs: 50_000, lookSpread: 0.75, replyMs: 2 * MINUTE_MS },
  standard: { lookMs: 3 * MINUTE_MS, lookSpread: 0.95, replyMs: 6 * MINUTE_MS },
  relaxed: { lookMs: 11 * MINUTE_MS, lookSpread: 1, replyMs: 24 * MINUTE_MS },
};

/** All steps of a scenario after the opening, with the times that people take for them. */
export function composeSteps(scenario: Scenario, policyKey: string | null, random: SeededRandom): PlannedStep[] {
  const pace = PACES[policyKey ?? "standard"] ?? { lookMs: MINUTE_MS, lookSpread: 1, replyMs: 5 * MINUTE_MS };
  const open = (medianMs: number, spread = 0.9) => {
    return { afterMs: random.durationMs(medianMs, spread), clock: "open" } as const;
  };
  const [firstTurn, ...turns] = scenario.turns;
  const ending = endingOf(scenario, random);
  const steps: PlannedStep[] = [
    { kind: "look", ...open(pace.lookMs, pace.lookSpread) },
    { kind: "tidy", ...open(40_000, 0.5) },
    ...(firstTurn ? [turnStep(firstTurn, pace.replyMs, random)] : []),
    ...insideSteps(scenario, open),
    ...turns.map((turn) => turnStep(turn, pace.replyMs, random)),
  ];
  return [...steps.slice(0, -1), ...withThenState(steps.at(-1), ending.thenState), ...ending.steps];
}

function turnStep({ by, text }: Scenario["turns"][number], replyMs: number, random: SeededRandom): PlannedStep {
  if (by === "rep") return { kind: "reply", text, afterMs: random.durationMs(replyMs, 0.85), clock: "open" };
  const afterMs = Math.min(CUSTOMER_SILENCE_MS_MAX, random.durationMs(5 * MINUTE_MS, 1.2));
  return { kind: "write", text, afterMs, clock: "wall" };
}

function insideSteps({ backchannel }: Scenario, open: (medianMs: number) => Pick<PlannedStep, "afterMs" | "clock">) {
  if (!backchannel) return [];
  const steps: PlannedStep[] = [
    { kind: "ask", ...open(MINUTE_MS) },
    { kind: "accept", ...open(4 * MINUTE_MS) },
    ...backchannel.answer.map((text): PlannedStep => ({ kind: "answer", text, ...open(5 * MINUTE_MS) })),
  ];
  return steps;
}

type Ending = { readonly thenState: "closed" | "pending" | "need_info" | null; readonly steps: PlannedStep[] };

function endingOf({ endState, rating, turns, backchannel }: Scenario, random: SeededRandom): Ending {
  const ratingMs = Math.min(RATING_DELAY_MS_MAX, random.durationMs(14 * MINUTE_MS, 1.4));
  const isRated = rating !== undefined && random.chance(RATED_SHARE);
  const rated: PlannedStep[] = isRated ? [{ kind: "rate", afterMs: ratingMs, clock: "wall" }] : [];
  if (endState !== "closed") {
    // A pending request waits for no answer of the customer, so only the rep ends it.
    const closes = endState === "pending" || random.chance(CLOSED_BY_REP_SHARE);
    const afterMs = random.durationMs(6 * HOUR_MS, 0.6);
    return { thenState: endState, steps: closes ? [{ kind: "close", afterMs, clock: "open" }] : [] };
  }
  const endsWithReply = turns.at(-1)?.by === "rep" && (backchannel === undefined || turns.length > 1);
  if (endsWithReply && random.chance(CLOSED_WITH_LAST_REPLY_SHARE)) return { thenState: "closed", steps: rated };
  const afterMs = random.durationMs(8 * MINUTE_MS, 0.9);
  return { thenState: null, steps: [{ kind: "close", afterMs, clock: "open" }, ...rated] };
}

function withThenState(step: PlannedStep | undefined, thenState: Ending["thenState"]): PlannedStep[] {
  if (!step) return [];
  return [step.kind === "reply" && thenState !== null ? { ...step, thenState } : step];
}
