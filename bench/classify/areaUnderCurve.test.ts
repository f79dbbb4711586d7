import { expect, test } from "vitest";
import { areaUnderCurve } from "./areaUnderCurve";

test.each([
  [[3, 4], [1, 2], 1],
  [[1, 2], [3, 4], 0],
  [[1], [1], 0.5],
  [[1, 3], [2], 0.5],
])("of %j above %j it is %d", (upper, lower, area) => {
  expect(areaUnderCurve(upper, lower)).toBe(area);
});
