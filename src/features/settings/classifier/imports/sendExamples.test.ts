import { expect, test } from "vitest";
import { outcomeOf, sendExamples } from "./sendExamples";

const csv = new Blob(["text,category\n"]);

test("an import and a refusal are returned as the server sent them", async () => {
  const imported = { outcome: "imported", added: 60, known: 2 };
  expect(await sendExamples(csv, "viewer", async () => Response.json(imported))).toEqual(imported);
  const refused = {
    outcome: "refused",
    rows: [{ line: 3, column: "category", reason: "no_category", value: "My card" }],
    more: 4,
  };
  expect(await sendExamples(csv, "viewer", async () => Response.json(refused, { status: 422 }))).toEqual(refused);
});

test("a refusal with a code keeps it, and a request without an answer is unreachable", async () => {
  const tooLarge = async () => Response.json({ code: "too_large" }, { status: 413 });
  expect(await sendExamples(csv, "viewer", tooLarge)).toEqual({ outcome: "failed", code: "too_large" });
  const lost = () => Promise.reject(new TypeError("Failed to fetch"));
  expect(await sendExamples(csv, "viewer", lost)).toEqual({ outcome: "failed", code: "unreachable" });
});

test("an answer of another shape is a failure", async () => {
  expect(await sendExamples(csv, "viewer", async () => new Response("<html>"))).toEqual({
    outcome: "failed",
    code: "unknown",
  });
  for (const answer of [null, "imported", { outcome: "imported" }, { outcome: "refused", rows: 3 }])
    expect(outcomeOf(answer)).toEqual({ outcome: "failed", code: "unknown" });
  expect(outcomeOf({ outcome: "refused", rows: [{ line: 1, reason: "bad luck", value: "" }], more: 0 })).toEqual({
    outcome: "refused",
    rows: [],
    more: 0,
  });
});
