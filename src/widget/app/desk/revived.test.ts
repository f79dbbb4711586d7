import { expect, test } from "vitest";
import { revived } from "./revived";

test("instants of a superjson answer become dates, at any depth", () => {
  const wire = {
    json: { messages: [{ sentAt: "2026-11-23T10:00:00.000Z", editedAt: null, body: "sentAt" }] },
    meta: { values: {} },
  };
  expect(revived(wire)).toEqual({
    messages: [{ sentAt: new Date("2026-11-23T10:00:00.000Z"), editedAt: null, body: "sentAt" }],
  });
});

test("the start times of requests become dates", () => {
  const wire = { json: [{ subject: "Refund", startedAt: "2026-11-23T10:00:00.000Z" }], meta: { values: {} } };
  expect(revived(wire)).toEqual([{ subject: "Refund", startedAt: new Date("2026-11-23T10:00:00.000Z") }]);
});

test("the facts of a feedback stay as the desk sent them", () => {
  expect(revived({ json: { facts: { opensAt: "2026-11-24T08:00:00.000Z" } } })).toEqual({
    facts: { opensAt: "2026-11-24T08:00:00.000Z" },
  });
});

test("plain JSON stays as it is", () => {
  expect(revived([1, null, "x"])).toEqual([1, null, "x"]);
});
