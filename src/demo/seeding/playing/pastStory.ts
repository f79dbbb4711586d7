import type { Scenario } from "../../texts/scenario";
import type { SeededContact } from "../founding/structure";
import { chooseOpening } from "../stories/chooseOpening";
import { composeSteps } from "../stories/composeSteps";
import { newStory } from "../stories/newStory";
import type { PlannedStep, Story } from "../stories/story";
import type { Desk } from "./desk";

const MINUTE_MS = 60_000;
const ATTEMPTS_MAX = 200;
const PICKS_LATE_SHARE = 0.6;

/** A scenario's whole story, beginning now, with a customer who has no other request; null if none is found. */
export function pastStory(desk: Desk, scenario: Scenario): Story | null {
  const { structure, random } = desk;
  const contact = freeContact(desk, scenario);
  if (!contact) return null;
  const opening = chooseOpening(scenario, structure, random);
  const category = structure.demo.categories.find(({ key }) => key === scenario.categoryKey);
  const steps = composeSteps(scenario, category?.slaPolicyKey ?? null, random);
  const sorted = opening.foundCategoryId === null ? [sortingStep(desk, scenario)] : [];
  const given = { scenario, contact, beginsAtMs: desk.clock.nowMs, opening, steps: [...sorted, ...steps] };
  return newStory(given, structure, random);
}

/** The step that gives a category to a request that the rules cannot place: a customer's pick or a member's (R8). */
function sortingStep({ structure, random }: Desk, { categoryKey }: Scenario): PlannedStep {
  const isOffered = structure.demo.widget.offeredCategoryKeys.includes(categoryKey);
  return isOffered && random.chance(PICKS_LATE_SHARE)
    ? { kind: "pick", afterMs: random.durationMs(MINUTE_MS, 0.8), clock: "wall" }
    : { kind: "sort", afterMs: random.durationMs(6 * MINUTE_MS, 0.8), clock: "open" };
}

/** A customer whose message begins a new sequence: one with a live or recent sequence would continue that one (R19). */
function freeContact(desk: Desk, { key, language }: Scenario): SeededContact | null {
  const { contacts } = desk.structure;
  const isFree = ({ id }: SeededContact) => {
    const isReserved = desk.clock.nowMs >= (desk.reserved.get(id) ?? Number.POSITIVE_INFINITY);
    return !isReserved && (desk.busyUntilMs.get(id) ?? 0) <= desk.clock.nowMs;
  };
  for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt += 1) {
    const contact = desk.random.pick(contacts);
    const suits = language === undefined || contact.demo.language === language;
    if (!suits || !isFree(contact) || desk.told.has(`${key} ${contact.id}`)) continue;
    desk.told.add(`${key} ${contact.id}`);
    return contact;
  }
  return null;
}
