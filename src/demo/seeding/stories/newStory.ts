import type { Scenario } from "../../texts/scenario";
import { fillSlots } from "../../texts/slots";
import type { SeededRandom } from "../chance/seededRandom";
import type { SeededContact, Structure } from "../founding/structure";
import type { Opening } from "./chooseOpening";
import { slotValues } from "./slotValues";
import type { OnDuty, PlannedStep, Story } from "./story";

type Given = {
  readonly scenario: Scenario;
  readonly contact: SeededContact;
  readonly beginsAtMs: number;
  readonly opening: Opening;
  readonly steps: readonly PlannedStep[];
  readonly onDuty?: OnDuty;
};

/** A story before its first message. */
export function newStory(given: Given, { demo }: Structure, random: SeededRandom): Story {
  const { scenario, contact, beginsAtMs, opening, steps, onDuty = "everybody" } = given;
  const values = slotValues(contact, beginsAtMs, demo.timeZone, random);
  return {
    scenario,
    contact,
    beginsAtMs,
    opening: fillSlots(opening.text, values),
    fill: (text) => fillSlots(text, values),
    pickedCategoryId: opening.pickedCategoryId,
    steps,
    onDuty,
    next: 0,
    isParked: false,
    sequenceId: null,
    inside: null,
  };
}
