import type { SeededRandom } from "@/demo/seeding/chance/seededRandom";
import type { Scenario } from "@/demo/texts/scenario";
import { fillSlots } from "@/demo/texts/slots";
import { CLOSING_WORDS, INSIDE_ANSWERS } from "../texts/catalogue";
import { slotValues } from "../texts/slotValues";
import { chanceRating, type Plan, type PlanTurn } from "./plan";

/** Plans a hand-written conversation of the demo. In the end the rep closes it, however it was written. */
export function planFromScenario(scenario: Scenario, random: SeededRandom): Plan {
  const values = slotValues(random);
  const fill = (text: string) => fillSlots(text, values);
  const turns: PlanTurn[] = scenario.turns.map(({ by, text }) => ({ by, text: fill(text) }));
  const { backchannel } = scenario;
  return {
    opening: fill(random.pick(scenario.opening)),
    turns: closedAtTheEnd(turns, random),
    consultation: backchannel
      ? {
          question: fill(backchannel.question),
          answer: fill(backchannel.answer.join("\n") || random.pick(INSIDE_ANSWERS)),
        }
      : null,
    goesAway: random.chance(0.15),
    leaves: random.chance(0.05),
    picksCategory: random.chance(0.6),
    rating: scenario.rating ?? chanceRating(random),
  };
}

function closedAtTheEnd(turns: readonly PlanTurn[], random: SeededRandom): PlanTurn[] {
  const last = turns.at(-1);
  if (last?.by === "rep") return [...turns.slice(0, -1), { ...last, thenState: "closed" }];
  return [...turns, { by: "rep", text: random.pick(CLOSING_WORDS), thenState: "closed" }];
}
