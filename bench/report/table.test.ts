import { expect, test } from "vitest";
import { table } from "./table";

test("columns are as wide as their widest cell, words to the left and figures to the right", () => {
  expect(
    table(
      ["clients", "per second"],
      [
        ["1", "410"],
        ["32", "1,204"],
      ],
    ),
  ).toBe(["clients  per second", "───────  ──────────", "1               410", "32            1,204"].join("\n"));
});
