import { expect, test } from "vitest";
import { nextAfter } from "./neighbourId";

test("the next request follows a done one, at the end the previous one, and none in an empty list", () => {
  expect(nextAfter(["a", "b", "c"], "b")).toBe("c");
  expect(nextAfter(["a", "b", "c"], "c")).toBe("b");
  expect(nextAfter(["a"], "a")).toBeNull();
  expect(nextAfter([], "a")).toBeNull();
  expect(nextAfter(["b", "c"], "not in this list")).toBe("b");
});
