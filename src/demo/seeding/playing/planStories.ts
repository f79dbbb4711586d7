import { isOpenAt } from "@/domain/sla/hours/openHours";
import type { Scenario } from "../../texts/scenario";
import { arrivals } from "../chance/arrivals";
import type { SeededContact } from "../founding/structure";
import { LIVE_PLANS } from "../stories/livePlans";
import { liveStory } from "../stories/liveStory";
import { hoursOf } from "../stories/openTime";
import type { Desk } from "./desk";

const DAY_MS = 86_400_000;
const STORIES_A_DAY = 17;
/** The last who wrote leaves the reps a little time. */
const QUIET_MS = 25 * 60_000;
/** Who is to have a live request comes with nothing else so shortly before. */
const RESERVED_MS = 12 * DAY_MS;

/** Puts down who will write when: the stories of so many past days, then those that are live at `nowMs`. */
export function planStories(
  desk: Desk,
  scenarios: readonly Scenario[],
  { nowMs, pastDays }: { nowMs: number; pastDays: number },
): void {
  planLive(desk, scenarios, nowMs);
  const times = { fromMs: nowMs - pastDays * DAY_MS, untilMs: nowMs - QUIET_MS };
  const timeZone = desk.structure.demo.timeZone;
  const deck = dealt(scenarios, desk);
  for (const atMs of arrivals({ ...times, timeZone }, pastDays * STORIES_A_DAY, desk.random)) {
    desk.agenda.add(atMs, { kind: "arrive", scenario: scenarioAt(desk, atMs, deck) });
  }
}

/** What cannot wait comes while somebody works: a night of "we are on it" to a lost card makes no demo. */
function scenarioAt({ structure }: Desk, atMs: number, deck: Generator<Scenario, never>): Scenario {
  for (;;) {
    const scenario = deck.next().value;
    const hours = hoursOf(scenario, structure);
    if (hours === null || !hours.isUrgent || isOpenAt(hours.calendar, atMs)) return scenario;
  }
}

/** Scenarios in a drawn order; each comes once before any comes again. */
function* dealt(scenarios: readonly Scenario[], { random }: Desk): Generator<Scenario, never> {
  for (;;) yield* random.shuffled(scenarios);
}

function planLive(desk: Desk, scenarios: readonly Scenario[], nowMs: number): void {
  const { structure, random } = desk;
  const contacts = random.shuffled(structure.contacts);
  const used = new Set<Scenario>();
  for (const plan of LIVE_PLANS) {
    const contact = contacts.pop();
    if (!contact) return;
    for (const scenario of random.shuffled(scenarios)) {
      const story = used.has(scenario) ? null : liveStory(plan, { scenario, contact }, structure, nowMs, random);
      if (story === null) continue;
      used.add(scenario);
      reserve(desk, contact, scenario, nowMs);
      desk.agenda.add(story.beginsAtMs, { kind: "begin", story });
      break;
    }
  }
}

function reserve(desk: Desk, contact: SeededContact, { key }: Scenario, nowMs: number): void {
  desk.reserved.set(contact.id, nowMs - RESERVED_MS);
  desk.told.add(`${key} ${contact.id}`);
}
