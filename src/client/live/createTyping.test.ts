import { expect, test } from "vitest";
import { createTyping } from "./createTyping";

test("a sign of typing ends at its own time", () => {
  const typing = createTyping();
  typing.note({ interactionId: "i", name: "Ana", untilMs: 5_000 });
  typing.note({ interactionId: "j", name: "Bo", untilMs: 9_000 });
  expect(typing.namesAt("i", 4_999)).toEqual(["Ana"]);
  expect(typing.namesAt("i", 5_000)).toEqual([]);
  expect(typing.namesAt("j", 5_000)).toEqual(["Bo"]);
});

test("a message ends the typing of its author", () => {
  const typing = createTyping();
  typing.note({ interactionId: "i", name: "Ana", untilMs: 5_000 });
  typing.stop("i", "Ana");
  expect(typing.namesAt("i", 0)).toEqual([]);
});
