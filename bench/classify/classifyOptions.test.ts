import { expect, test } from "vitest";
import { classifyOptions } from "./classifyOptions";

test("without options the known sets are measured, with five folds if there is no test file", () => {
  expect(classifyOptions([])).toMatchObject({ dataFolder: "../shared/data/classification", named: null, folds: 5 });
});

test("named files replace the known sets", () => {
  const { named } = classifyOptions(["--train", "a.csv", "--test", "b.csv", "--oos", "c.csv"]);
  expect(named).toEqual({ train: "a.csv", test: "b.csv", outOfScope: "c.csv" });
});

test("a test file without training examples is refused, and so is an unknown option", () => {
  expect(() => classifyOptions(["--test", "b.csv"])).toThrow(/--train/);
  expect(() => classifyOptions(["--speed"])).toThrow(/npm run bench:classify/);
  expect(() => classifyOptions(["--folds", "1"])).toThrow(/from 2/);
});
