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
/** No past story begins so shortly before the present: its rep would have no time to act. */
const QUIET_MS = 25 * 60_000;
/** A customer of a live request has no other story for so long before the present. */
const RESERVED_MS = 12 * DAY_MS;

/** Fills the agenda with the stories that are live at `nowMs` and the arrivals of the past days before it. */
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

/** The next scenario of the deck that may arrive at `atMs`. An urgent one arrives only while its team is open. */
function scenarioAt({ structure }: Desk, atMs: number, deck: Generator<Scenario, never>): Scenario {
  for (;;) {
    const scenario = deck.next().value;
    const hours = hoursOf(scenario, structure);
    if (hours === null || !hours.isUrgent || isOpenAt(hours.calendar, atMs)) return scenario;
  }
}

/** An endless deck of scenarios, shuffled anew each time it runs out. */
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
