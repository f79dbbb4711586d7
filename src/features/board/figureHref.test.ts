import { expect, test } from "vitest";
import { figureHref } from "./figureHref";

test("a figure leads to the queue with the same filter", () => {
  expect(figureHref({ figure: "waiting" })).toBe("/q/board?figure=waiting");
  expect(figureHref({ figure: "assigned", teamId: "t", repId: "r" })).toBe("/q/board?figure=assigned&teamId=t&repId=r");
});

test("requests that wait without a team are the unassigned queue", () => {
  expect(figureHref({ figure: "waiting", teamId: null })).toBe("/q/unassigned");
  expect(figureHref({ figure: "breached", teamId: null })).toBe("/q/board?figure=breached&teamId=none");
});

test("requests without a category have a word in the address", () => {
  expect(figureHref({ figure: "live", categoryId: null })).toBe("/q/board?figure=live&categoryId=none");
});
