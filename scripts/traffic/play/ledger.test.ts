import { expect, test } from "vitest";
import { openLedger } from "./ledger";

test("a complete request leaves nothing missing, whether it was routed at once or queued first", () => {
  const ledger = openLedger();
  for (const step of ["sent", "acknowledged", "routed", "answered", "closed", "rated"] as const) ledger.note(1, step);
  for (const step of ["sent", "acknowledged", "queued", "answered", "closed", "left"] as const) ledger.note(2, step);
  expect(ledger.missing()).toEqual([]);
});

test("each step that did not happen is named with the number of customers", () => {
  const ledger = openLedger();
  for (const customer of [1, 2]) ledger.note(customer, "sent");
  ledger.note(1, "acknowledged");
  ledger.note(1, "routed");
  expect(ledger.missing()).toEqual([
    "1 not acknowledged",
    "1 not routed or queued",
    "2 not answered",
    "2 not closed",
    "2 not rated",
  ]);
});

test("a step counts once however often it is noted, and errors are counted by their kind", () => {
  const ledger = openLedger();
  ledger.note(1, "sent");
  ledger.note(1, "sent");
  ledger.noteError("post: internal_error");
  ledger.noteError("post: internal_error");
  expect(ledger.count("sent")).toBe(1);
  expect([...ledger.errors()]).toEqual([["post: internal_error", 2]]);
});
