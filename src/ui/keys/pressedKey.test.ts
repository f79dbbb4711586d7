import { expect, test } from "vitest";
import { leaveToInputMethod, pressedKey } from "./pressedKey";

const press = (key: string, isComposing: boolean, keyCode: number) => ({ key, isComposing, keyCode });

test.each(["Enter", "Escape", "ArrowDown", "Tab", "Backspace", "a"])(
  "%s in a composition belongs to the input method",
  (key) => {
    expect(pressedKey(press(key, true, 13))).toBe("");
    expect(pressedKey({ nativeEvent: press(key, true, 13) })).toBe("");
  },
);

test("Safari's keydown after the end of a composition belongs to the input method", () => {
  expect(pressedKey(press("Enter", false, 229))).toBe("");
});

test("every other key is named as the browser names it", () => {
  expect(pressedKey(press("Enter", false, 13))).toBe("Enter");
  expect(pressedKey({ nativeEvent: press("Escape", false, 27) })).toBe("Escape");
});

test("a Base UI primitive misses keys only during a composition", () => {
  const heard = (isComposing: boolean) => {
    let isPrevented = false;
    leaveToInputMethod({
      nativeEvent: press("Enter", isComposing, 13),
      preventBaseUIHandler: () => (isPrevented = true),
    });
    return isPrevented;
  };
  expect([heard(true), heard(false)]).toEqual([true, false]);
});
