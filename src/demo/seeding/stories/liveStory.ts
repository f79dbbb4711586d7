import { isOpenAt } from "@/domain/sla/hours/openHours";
import { DEMO_LOG_INS } from "../../logIns";
import type { Scenario } from "../../texts/scenario";
import type { SeededRandom } from "../chance/seededRandom";
import { known } from "../founding/rows";
import type { SeededContact, SeededRep, Structure } from "../founding/structure";
import { type Opening, openingsOf } from "./chooseOpening";
import type { LivePlan } from "./livePlans";
import { liveSteps } from "./liveSteps";
import { newStory } from "./newStory";
import { beforeOpenMs, hoursOf } from "./openTime";
import type { OnDuty, PlannedStep, Story } from "./story";

type Candidate = { readonly scenario: Scenario; readonly contact: SeededContact };

/**
 * The story of a live request, timed back from `nowMs`; null if the scenario does not suit the plan. Times are counted
 * in open hours, so that a demo which begins at night shows what was left in the evening.
 */
export function liveStory(
  plan: LivePlan,
  { scenario, contact }: Candidate,
  structure: Structure,
  nowMs: number,
  random: SeededRandom,
): Story | null {
  const steps = scenario.language === undefined ? liveSteps(plan.kind, scenario) : null;
  const opening = openingFor(plan, scenario, structure);
  const hours = hoursOf(scenario, structure);
  if (steps === null || opening === null || hours === null || !suits(plan, scenario, structure)) return null;
  // A promise around the clock would long be broken while the team is closed.
  if (hours.isUrgent && !isOpenAt(hours.calendar, nowMs)) return null;
  const ageMs = ageOf(plan, hours.budgets);
  // Requests without a team are counted in the organization's own hours.
  const calendar = plan.kind === "unassigned" ? structure.demo.calendar : hours.calendar;
  const begunMs = (openMs: number) => beforeOpenMs(calendar, nowMs, openMs);
  const beginsAtMs = begunMs(ageMs);
  const timed = steps.map((step, index): PlannedStep => {
    const passed = (index + 1) / steps.length;
    const sinceMs = ageMs - (ageMs - Math.min(plan.idleMs, ageMs / 2)) * passed;
    return { ...step, afterMs: 0, clock: "wall", atMs: begunMs(sinceMs) };
  });
  return newStory(
    { scenario, contact, beginsAtMs, opening, steps: timed, onDuty: onDutyFor(plan, structure) },
    structure,
    random,
  );
}

/** A wording that the rules place rightly, or cannot place if the request must wait without a team; null if none. */
function openingFor({ kind }: LivePlan, scenario: Scenario, structure: Structure): Opening | null {
  const categoryId = known(structure.categoryIds, scenario.categoryKey);
  const wanted = kind === "unassigned" ? null : categoryId;
  return openingsOf(scenario, structure).find(({ foundCategoryId }) => foundCategoryId === wanted) ?? null;
}

/** Whether a scenario fits the people with a log-in whom the plan asks for. */
function suits({ isOfLogIn, asksSpecialists }: LivePlan, scenario: Scenario, structure: Structure): boolean {
  const category = structure.demo.categories.find(({ key }) => key === scenario.categoryKey);
  const rep = repWithLogIn("rep", structure);
  const specialist = repWithLogIn("specialist", structure);
  if (isOfLogIn && !rep?.demo.teamKeys.includes(category?.teamKey ?? "")) return false;
  if (!asksSpecialists) return true;
  // Another team must ask, since the specialists themselves hold few requests at a time.
  const teamKey = specialist?.demo.teamKeys[0];
  return scenario.backchannel?.teamKey === teamKey && category?.teamKey !== teamKey;
}

function onDutyFor({ kind, isOfLogIn }: LivePlan, structure: Structure): OnDuty {
  if (kind === "queued" || kind === "unassigned") return "nobody";
  const rep = isOfLogIn ? repWithLogIn("rep", structure) : undefined;
  return rep ? { repId: rep.id } : "everybody";
}

function repWithLogIn(role: "rep" | "specialist", { demo, reps }: Structure): SeededRep | undefined {
  const logIn = DEMO_LOG_INS.find((each) => each.organization === demo.name && each.role === role);
  return reps.find((rep) => rep.demo.email === logIn?.email);
}

function ageOf({ age }: LivePlan, budgets: readonly { metric: string; budgetMs: number }[]): number {
  if (age.of === "open_time") return age.ms;
  return (budgets.find(({ metric }) => metric === age.of)?.budgetMs ?? 0) * age.share;
}
