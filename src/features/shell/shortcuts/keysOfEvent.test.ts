import { expect, test } from "vitest";
import { keysOfEvent } from "./keysOfEvent";

const none = { metaKey: false, ctrlKey: false, altKey: false, shiftKey: false };

test("⌘ and Ctrl are the same key to the keymap", () => {
  expect(keysOfEvent({ ...none, key: "k", metaKey: true })).toBe("mod+k");
  expect(keysOfEvent({ ...none, key: "K", ctrlKey: true, shiftKey: true })).toBe("mod+shift+k");
});

test("the shift that a sign needs is part of the sign", () => {
  expect(keysOfEvent({ ...none, key: "?", shiftKey: true })).toBe("?");
  expect(keysOfEvent({ ...none, key: "F6", shiftKey: true })).toBe("shift+f6");
});

test("a modifier alone is nothing yet", () => {
  expect(keysOfEvent({ ...none, key: "Shift", shiftKey: true })).toBe("");
});
