import { expect, test } from "vitest";
import { clashesIn } from "./clashesIn";
import { KEYMAP, type Shortcut } from "./keymap";

test("no two commands that can act at the same time have the same keys", () => {
  expect(clashesIn(KEYMAP)).toEqual([]);
});

const shortcut = (keys: string, scope: Shortcut["scope"]): Shortcut => ({ keys: [keys], scope, category: "general" });

test("the same keys in one scope, or in two that act at the same time, are refused", () => {
  expect(clashesIn({ one: shortcut("r", "queue"), two: shortcut("r", "conversation") })).toEqual(["r: one, two"]);
  expect(clashesIn({ one: shortcut("r", "global"), two: shortcut("r", "board") })).toEqual(["r: one, two"]);
});

test("keys that begin another command's sequence are refused, since they would hide it", () => {
  expect(clashesIn({ one: shortcut("g", "global"), two: shortcut("g b", "global") })).toEqual(["g: one, two"]);
});

test("a scope that needs the focus may use the keys of the page around it", () => {
  expect(clashesIn({ one: shortcut("r", "conversation"), two: shortcut("r", "invitation") })).toEqual([]);
});
