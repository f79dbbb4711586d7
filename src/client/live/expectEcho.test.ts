import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { HeardEvent } from "@/contract/live/repEvent";
import { expectEcho } from "./expectEcho";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const echoOf = (clientId: string) =>
  ({ position: "me.1", event: { type: "message", message: { clientId } } }) as unknown as HeardEvent;

test("a stream that does not tell of an accepted message is reopened, once", () => {
  const live = { heard: { all: () => [echoOf("another")] }, wake: vi.fn() };
  expectEcho(live, "mine");
  vi.advanceTimersByTime(3_000);
  expect(live.wake).not.toHaveBeenCalled();
  vi.advanceTimersByTime(60_000);
  expect(live.wake).toHaveBeenCalledTimes(1);
});

test("a stream that tells of the message is left alone", () => {
  const live = { heard: { all: () => [echoOf("mine")] }, wake: vi.fn() };
  expectEcho(live, "mine");
  vi.advanceTimersByTime(60_000);
  expect(live.wake).not.toHaveBeenCalled();
});
