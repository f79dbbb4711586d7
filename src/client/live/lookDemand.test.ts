import { expect, test } from "vitest";
import { createLookDemand } from "./lookDemand";

function aDemand() {
  const demand = createLookDemand();
  const said: (string | null)[] = [];
  demand.onChanged(() => said.push(demand.openId()));
  return { demand, said };
}

test("going from one sequence to the next is one change, and closing the last is another", async () => {
  const { demand, said } = aDemand();
  const closeFirst = demand.look("first");
  await Promise.resolve();
  closeFirst();
  const closeSecond = demand.look("second");
  await Promise.resolve();
  closeSecond();
  await Promise.resolve();
  expect(said).toEqual(["first", "second", null]);
});

test("closing a sequence that is no longer open changes nothing", async () => {
  const { demand, said } = aDemand();
  const closeFirst = demand.look("first");
  demand.look("second");
  closeFirst();
  await Promise.resolve();
  expect(said).toEqual(["second"]);
});
