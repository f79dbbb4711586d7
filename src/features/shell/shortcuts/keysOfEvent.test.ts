import { expect, test } from "vitest";
import { keysOfEvent } from "./keysOfEvent";

const none = {
  code: "",
  keyCode: 0,
  isComposing: false,
  metaKey: false,
  ctrlKey: false,
  altKey: false,
  shiftKey: false,
};

test("⌘ and Ctrl are the same modifier", () => {
  expect(keysOfEvent({ ...none, key: "k", metaKey: true })).toBe("mod+k");
  expect(keysOfEvent({ ...none, key: "K", ctrlKey: true, shiftKey: true })).toBe("mod+shift+k");
});

test("the Shift that a character needs is part of it", () => {
  expect(keysOfEvent({ ...none, key: "?", shiftKey: true })).toBe("?");
  expect(keysOfEvent({ ...none, key: "F6", shiftKey: true })).toBe("shift+f6");
});

test("a modifier alone gives no keys", () => {
  for (const key of ["Shift", "Control", "Alt", "AltGraph", "Meta"]) expect(keysOfEvent({ ...none, key })).toBe("");
});

test("a key that an input method takes gives no keys", () => {
  expect(keysOfEvent({ ...none, key: "Enter", code: "Enter", isComposing: true })).toBe("");
  expect(keysOfEvent({ ...none, key: "Escape", code: "Escape", keyCode: 229 })).toBe("");
});

const OTHER_SCRIPTS: [layout: string, key: string, code: string, isShifted: boolean, keys: string][] = [
  ["Russian", "о", "KeyJ", false, "j"],
  ["Russian", "О", "KeyJ", true, "j"],
  ["Russian", "х", "BracketLeft", false, "["],
  ["Russian", "ъ", "BracketRight", false, "]"],
  ["Russian", "ю", "Period", false, "."],
  ["Russian", ".", "Slash", false, "."],
  ["Russian", "/", "Backslash", true, "/"],
  ["Russian", "?", "Digit7", true, "?"],
  ["Russian", "№", "Digit3", true, "#"],
  ["Ukrainian", "ї", "BracketRight", false, "]"],
  ["Bulgarian", "т", "KeyK", false, "k"],
  ["Serbian", "ј", "KeyJ", false, "j"],
  ["Greek", "κ", "KeyK", false, "k"],
  ["Greek", "ς", "KeyW", false, "w"],
  ["Greek", "?", "Slash", true, "?"],
  ["Hebrew", "ח", "KeyJ", false, "j"],
  ["Hebrew", "/", "KeyQ", false, "/"],
  ["Hebrew", "ץ", "Period", false, "."],
  ["Arabic", "ت", "KeyJ", false, "j"],
  ["Arabic", "لا", "KeyB", false, "b"],
  ["Arabic", "ظ", "Slash", false, "/"],
  ["Arabic", "؟", "Slash", true, "?"],
  ["Arabic", "١", "Digit1", false, "1"],
  ["Persian", "۲", "Digit2", false, "2"],
  ["Persian", "۳", "Numpad3", false, "3"],
  ["Armenian", "ր", "KeyR", false, "r"],
  ["Georgian", "ჯ", "KeyJ", false, "j"],
  ["Thai", "่", "KeyJ", false, "j"],
  ["Thai", "๒", "Digit2", true, "@"],
  ["Hindi", "र", "KeyJ", false, "j"],
  ["Korean", "ㅓ", "KeyJ", false, "j"],
  ["Japanese kana", "ま", "KeyJ", false, "j"],
  ["Japanese wide", "ｊ", "KeyJ", false, "j"],
  ["Japanese wide", "？", "Slash", true, "?"],
  ["Turkish, Caps Lock", "İ", "Quote", false, "i"],
];

test.each(OTHER_SCRIPTS)("on a %s keyboard %s (%s, shift: %s) counts as %s", (_, key, code, shiftKey, keys) => {
  expect(keysOfEvent({ ...none, key, code, shiftKey })).toBe(keys);
});

test("with Ctrl or ⌘ the position of the key counts, too", () => {
  expect(keysOfEvent({ ...none, key: "л", code: "KeyK", ctrlKey: true })).toBe("mod+k");
  expect(keysOfEvent({ ...none, key: "Л", code: "KeyK", metaKey: true, shiftKey: true })).toBe("mod+shift+k");
});

const LATIN: [layout: string, key: string, code: string, isShifted: boolean, keys: string][] = [
  ["Dvorak", "h", "KeyJ", false, "h"],
  ["Dvorak", "j", "KeyC", false, "j"],
  ["Dvorak", "[", "Minus", false, "["],
  ["Colemak", "n", "KeyJ", false, "n"],
  ["AZERTY", "a", "KeyQ", false, "a"],
  ["AZERTY", "1", "Digit1", true, "1"],
  ["AZERTY", "é", "Digit2", false, "é"],
  ["AZERTY", "?", "KeyM", true, "?"],
  ["QWERTZ", "z", "KeyY", false, "z"],
  ["QWERTZ", "ü", "BracketLeft", false, "ü"],
  ["QWERTZ", "§", "Digit3", true, "§"],
  ["QWERTZ", "/", "Digit7", true, "/"],
  ["British", "£", "Digit3", true, "£"],
  ["Turkish", "ı", "KeyI", false, "ı"],
  ["Polish", "ł", "KeyL", false, "ł"],
  ["Vietnamese", "ơ", "BracketRight", false, "ơ"],
];

test.each(LATIN)("on a %s keyboard %s (%s, shift: %s) stays %s", (_, key, code, shiftKey, keys) => {
  expect(keysOfEvent({ ...none, key, code, shiftKey })).toBe(keys);
});

test("Alt that a character needs is part of it; with any other character it is named", () => {
  expect(keysOfEvent({ ...none, key: "[", code: "Digit5", altKey: true })).toBe("[");
  expect(keysOfEvent({ ...none, key: "#", code: "Digit3", altKey: true })).toBe("alt+#");
  expect(keysOfEvent({ ...none, key: "/", code: "Slash", altKey: true })).toBe("alt+/");
  expect(keysOfEvent({ ...none, key: "k", code: "KeyK", altKey: true })).toBe("alt+k");
});
