import { expect, test } from "vitest";
import { table } from "./table";

test("columns are as wide as their widest cell, with words on the left and figures on the right", () => {
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
