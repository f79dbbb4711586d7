import { expect, test, vi } from "vitest";
import { createLiveStore } from "./createLiveStore";

const removed = (messageId: string) => ({ type: "message_removed" as const, interactionId: "i", messageId });

function storeWithFrames() {
  const frames: (() => void)[] = [];
  const readAgain = vi.fn(() => Promise.resolve());
  const store = createLiveStore({ readMs: () => 0, schedule: (run) => frames.push(run), readAgain });
  const paint = () => {
    for (const run of frames.splice(0)) run();
  };
  return { store, paint, readAgain };
}

test("events of one frame are added together", () => {
  const { store, paint } = storeWithFrames();
  const listener = vi.fn();
  store.heard.subscribe(listener);
  store.take("me.1", removed("a"));
  store.take("me.2", removed("b"));
  expect(store.heard.all()).toEqual([]);
  paint();
  expect(store.heard.all()).toHaveLength(2);
  expect(listener).toHaveBeenCalledTimes(1);
});

test("a resync reads all pages again, then forgets what was heard before it", async () => {
  const { store, paint, readAgain } = storeWithFrames();
  store.take("me.1", removed("a"));
  paint();
  store.take("me.2", { type: "resync" });
  expect(store.heard.all()).toHaveLength(1);
  await vi.waitFor(() => expect(store.heard.all()).toEqual([]));
  expect(readAgain).toHaveBeenCalledTimes(1);
});

test("typing is not kept among the events heard", () => {
  const { store, paint } = storeWithFrames();
  store.take("", { type: "typing", interactionId: "i", name: "Ana", untilMs: 1 });
  paint();
  expect(store.heard.all()).toEqual([]);
  expect(store.typing.namesAt("i", 0)).toEqual(["Ana"]);
});

test("a followed sequence is handed over at once and not kept", () => {
  const { store, paint } = storeWithFrames();
  const follower = vi.fn();
  const event = { type: "followed" as const, sequenceId: "s", sequence: null };
  const unfollow = store.onFollowed(follower);
  store.take("me.1", event);
  unfollow();
  store.take("me.1", event);
  paint();
  expect(follower.mock.calls).toEqual([[event]]);
  expect(store.heard.all()).toEqual([]);
});

test("the board moves each time the stream says so", () => {
  const { store, paint } = storeWithFrames();
  store.take("", { type: "board_moved" });
  store.take("", { type: "board_moved" });
  paint();
  expect(store.status().boardMoves).toBe(2);
  expect(store.heard.all()).toEqual([]);
});
