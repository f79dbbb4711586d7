import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createTicker } from "./ticker";

beforeEach(() => vi.useFakeTimers({ now: 1_000 }));
afterEach(() => vi.useRealTimers());

test("it tells listeners server time once a second", () => {
  const ticker = createTicker(() => Date.now());
  const heard: number[] = [];
  ticker.setOffsetMs(500);
  ticker.subscribe(() => heard.push(ticker.nowMs()));
  vi.advanceTimersByTime(2_000);
  expect(heard).toEqual([1_500, 2_500, 3_500]);
});

test("it stops while the tab is hidden, and catches up when it is visible again", () => {
  const ticker = createTicker(() => Date.now());
  ticker.subscribe(() => undefined);
  ticker.setHidden(true);
  vi.advanceTimersByTime(60_000);
  expect(ticker.nowMs()).toBe(1_000);
  ticker.setHidden(false);
  expect(ticker.nowMs()).toBe(61_000);
});

test("no timer is left when the last listener has gone", () => {
  const ticker = createTicker(() => Date.now());
  ticker.subscribe(() => undefined)();
  expect(vi.getTimerCount()).toBe(0);
});
