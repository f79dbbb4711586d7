import type { SeededRandom } from "@/demo/seeding/chance/seededRandom";
import * as catalogue from "../texts/catalogue";
import { chanceRating, type Plan, type PlanTurn } from "./plan";

/** Plans a request from its first message alone. Its customer stays to the end, so that every request is rated. */
export function planFromMessage(opening: string, random: SeededRandom): Plan {
  const asks = random.chance(0.35);
  const thanks = random.chance(0.4);
  const turns: PlanTurn[] = [
    { by: "rep", text: random.pick(catalogue.FIRST_ANSWERS) },
    ...(asks ? questionAndAnswer(random) : []),
    { by: "rep", text: random.pick(catalogue.SOLUTIONS), ...(thanks ? {} : { thenState: "closed" }) },
    ...(thanks ? thanksAndClosing(random) : []),
  ];
  return {
    opening,
    turns,
    consultation: random.chance(0.1)
      ? { question: random.pick(catalogue.INSIDE_QUESTIONS), answer: random.pick(catalogue.INSIDE_ANSWERS) }
      : null,
    goesAway: random.chance(0.1),
    leaves: false,
    picksCategory: random.chance(0.5),
    rating: chanceRating(random),
  };
}

function questionAndAnswer(random: SeededRandom): PlanTurn[] {
  return [
    { by: "rep", text: random.pick(catalogue.INFORMATION_QUESTIONS), thenState: "need_info" },
    { by: "customer", text: random.pick(catalogue.INFORMATION_ANSWERS) },
  ];
}

function thanksAndClosing(random: SeededRandom): PlanTurn[] {
  return [
    { by: "customer", text: random.pick(catalogue.THANKS) },
    { by: "rep", text: random.pick(catalogue.CLOSING_WORDS), thenState: "closed" },
  ];
}
