import { expect, test, vi } from "vitest";
import type { HeardEvent } from "@/contract/live/repEvent";
import { createHeardEvents } from "./createHeardEvents";

const removed = (position: string, messageId: string): HeardEvent => ({
  position,
  event: { type: "message_removed", interactionId: "i", messageId },
});

test("only the last event about one thing is kept, in the order in which events were heard", () => {
  const heard = createHeardEvents(() => undefined);
  heard.add([removed("me.1", "a"), removed("me.2", "b"), removed("me.3", "a")]);
  expect(heard.all().map(({ position }) => position)).toEqual(["me.2", "me.3"]);
});

test("the array stays the same until more is heard, and listeners are called once per batch", () => {
  const heard = createHeardEvents(() => undefined);
  const listener = vi.fn();
  heard.subscribe(listener);
  const before = heard.all();
  heard.add([]);
  expect(heard.all()).toBe(before);
  heard.add([removed("me.1", "a"), removed("me.2", "b")]);
  expect(listener).toHaveBeenCalledTimes(1);
});

test("beyond its bound it forgets everything and calls onFull", () => {
  const onFull = vi.fn();
  const heard = createHeardEvents(onFull, 2);
  heard.add([removed("me.1", "a"), removed("me.2", "b"), removed("me.3", "c")]);
  expect(heard.all()).toEqual([]);
  expect(onFull).toHaveBeenCalledTimes(1);
});

test("forgetting keeps what was heard in the meantime", () => {
  const heard = createHeardEvents(() => undefined);
  heard.add([removed("me.1", "a")]);
  const before = heard.all();
  heard.add([removed("me.2", "b")]);
  heard.forget(before);
  expect(heard.all().map(({ position }) => position)).toEqual(["me.2"]);
});
