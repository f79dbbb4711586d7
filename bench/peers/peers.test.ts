import { expect, test } from "vitest";
import { messageInOneStatement, messageInSeparateStatements } from "./messageRows";
import { perSecondIn, pgbenchText } from "./pgbench";
import { withPlaceholders } from "./runPeer";

test("variables become numbered placeholders, one number per name, and casts stay", () => {
  expect(withPlaceholders("update t set a = :contact::uuid where n = :n and b = :contact::uuid")).toEqual({
    text: "update t set a = $1::uuid where n = $2 and b = $1::uuid",
    names: ["contact", "n"],
  });
});

test("statements that answer pass their columns on, except the last one", () => {
  const text = pgbenchText(messageInSeparateStatements(7));
  expect(text).toMatch(/^\\set n random\(1, 7\)\nbegin;/);
  expect(text.split("\n").filter((line) => line.endsWith("\\gset")).length).toBe(5);
  expect(pgbenchText(messageInOneStatement(7))).not.toContain("\\gset");
});

test("the speed is read from pgbench's report, and a report with failures is refused", () => {
  expect(
    perSecondIn("number of failed transactions: 0 (0.000%)\ntps = 1234.5 (without initial connection time)\n"),
  ).toBe(1234.5);
  expect(() => perSecondIn("number of failed transactions: 3 (0.1%)\ntps = 12.5\n")).toThrow(/nothing/);
});
