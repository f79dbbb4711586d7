import { expect, test } from "vitest";
import { nextAfter } from "./neighbourId";

test("after a request comes the next one, at the end the one before, and nothing in an empty list", () => {
  expect(nextAfter(["a", "b", "c"], "b")).toBe("c");
  expect(nextAfter(["a", "b", "c"], "c")).toBe("b");
  expect(nextAfter(["a"], "a")).toBeNull();
  expect(nextAfter([], "a")).toBeNull();
  expect(nextAfter(["b", "c"], "not in this list")).toBe("b");
});
