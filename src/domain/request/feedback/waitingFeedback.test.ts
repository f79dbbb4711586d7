import { expect, test } from "vitest";
import { HOUR_MS, MINUTE_MS, playRequest, type RequestStep } from "@/testing/scenes/requestStories";

const customerWrites: RequestStep = { afterMs: 0, event: { type: "customer_message" } };
const repReplies = (afterMs: number): RequestStep => ({ afterMs, event: { type: "rep_reply" } });
const looks = (afterMs: number): RequestStep => ({ afterMs, looks: true });

test("a customer who waits longer than promised hears once that a response follows shortly (R3)", () => {
  const { told } = playRequest([customerWrites, looks(HOUR_MS - 1), looks(1), looks(1), looks(MINUTE_MS)]);
  expect(told).toEqual(["shortly"]);
});

test("a customer who keeps waiting hears again and again that the request is pending (R4)", () => {
  const { told } = playRequest([customerWrites, looks(HOUR_MS), looks(2 * HOUR_MS - 1), looks(1), looks(2 * HOUR_MS)]);
  expect(told).toEqual(["shortly", "pending", "pending"]);
});

test("a customer who was answered in time hears nothing", () => {
  const { told } = playRequest([customerWrites, repReplies(HOUR_MS - 1), looks(1), looks(9 * MINUTE_MS)]);
  expect(told).toEqual([]);
});

test("a customer who writes again before the answer waits since their first message", () => {
  const { facts, told } = playRequest([
    customerWrites,
    { ...customerWrites, afterMs: 30 * MINUTE_MS },
    looks(30 * MINUTE_MS),
  ]);
  expect(facts.waitingSinceMs).toBe(0);
  expect(told).toEqual(["shortly"]);
});
