import type { SeededRandom } from "@/demo/seeding/chance/seededRandom";
import { RATING_COMMENTS } from "../texts/catalogue";
import type { Plan } from "./plan";

/** Makes a rating as people give them: mostly good, and sometimes with a comment. */
export function chanceRating(random: SeededRandom): Plan["rating"] {
  const score = random.pick([5, 5, 5, 4, 4, 3, 2, 1] as const);
  return random.chance(0.25) ? { score, comment: random.pick(RATING_COMMENTS) } : { score };
}
