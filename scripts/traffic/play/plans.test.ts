import fc from "fast-check";
import { expect, test } from "vitest";
import { seededRandom } from "@/demo/seeding/chance/seededRandom";
import { bankScenarios } from "@/demo/texts/bankScenarios";
import type { Plan } from "./plan";
import { planFromMessage } from "./planFromMessage";
import { planFromScenario } from "./planFromScenario";

const seeds = fc.integer({ min: 0, max: 2 ** 31 });

test("every plan ends with a rep's turn that closes it, and no earlier turn does", () => {
  fc.assert(
    fc.property(seeds, fc.nat({ max: bankScenarios.length - 1 }), (seed, index) => {
      const scenario = bankScenarios[index];
      if (scenario) expectToCloseAtTheEnd(planFromScenario(scenario, seededRandom(`${seed}`)));
      expectToCloseAtTheEnd(planFromMessage("Where is my card?", seededRandom(`${seed}`)));
    }),
    { seed: 1 },
  );
});

test("every slot of a hand-written conversation is filled", () => {
  for (const scenario of bankScenarios) {
    expect(JSON.stringify(planFromScenario(scenario, seededRandom("7")))).not.toMatch(/\{[a-z][A-Za-z]+\}/);
  }
});

test("the same seed plays the same request", () => {
  expect(planFromMessage("Hello", seededRandom("5"))).toEqual(planFromMessage("Hello", seededRandom("5")));
});

test("a customer with a given message stays until the rating, so that a run with messages can be complete", () => {
  for (let seed = 0; seed < 200; seed += 1)
    expect(planFromMessage("Hello", seededRandom(`${seed}`)).leaves).toBe(false);
});

function expectToCloseAtTheEnd({ turns }: Plan): void {
  expect(turns.at(-1)).toMatchObject({ by: "rep", thenState: "closed" });
  expect(turns.slice(0, -1).some(({ thenState }) => thenState === "closed")).toBe(false);
}
