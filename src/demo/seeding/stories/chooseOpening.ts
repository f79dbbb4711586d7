import { matchKeywords } from "@/domain/routing/category/matchKeywords";
import type { Scenario } from "../../texts/scenario";
import type { SeededRandom } from "../chance/seededRandom";
import { known } from "../founding/rows";
import type { Structure } from "../founding/structure";

const PICKED_SHARE = 0.5;

export type Opening = {
  readonly text: string;
  readonly pickedCategoryId: string | null;
  /** The picked category, or the one that the routing rules find in the text; null if they find none. */
  readonly foundCategoryId: string | null;
};

/**
 * How a customer begins. Half of those who are offered their category pick it. The others get a wording that the rules
 * do not send to a wrong team, if there is one.
 */
export function chooseOpening(scenario: Scenario, structure: Structure, random: SeededRandom): Opening {
  const categoryId = known(structure.categoryIds, scenario.categoryKey);
  const isOffered = structure.demo.widget.offeredCategoryKeys.includes(scenario.categoryKey);
  const openings = random.shuffled(openingsOf(scenario, structure));
  const picked = { text: random.pick(scenario.opening), pickedCategoryId: categoryId, foundCategoryId: categoryId };
  if (isOffered && random.chance(PICKED_SHARE)) return picked;
  const { categories } = structure.configuration;
  const teamOf = (id: string) => categories.get(id)?.team_id;
  const right = openings.find(({ foundCategoryId }) => {
    return foundCategoryId === null || teamOf(foundCategoryId) === teamOf(categoryId);
  });
  return right ?? (isOffered ? picked : random.pick(openings));
}

/** Every wording of a scenario's first message, with the category that the rules find in it. */
export function openingsOf({ opening }: Scenario, { configuration }: Structure): Opening[] {
  return opening.map((text) => {
    const match = matchKeywords(text, configuration.routing.categories);
    return { text, pickedCategoryId: null, foundCategoryId: match?.categoryId ?? null };
  });
}
