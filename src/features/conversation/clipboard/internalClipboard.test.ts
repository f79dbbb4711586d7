import { expect, test } from "vitest";
import {
  INTERNAL_CLIPBOARD_TYPE,
  internalSourceOf,
  markAsInternal,
  pastedInto,
  withoutPasted,
} from "./internalClipboard";

const clipboard = () => {
  const held = new Map<string, string>();
  return {
    getData: (type: string) => held.get(type) ?? "",
    setData: (type: string, data: string) => void held.set(type, data),
  };
};

test("text copied from a backchannel names its source when pasted, and is plain text elsewhere", () => {
  const copied = clipboard();
  markAsInternal(copied, "stuck since Monday", { name: "Payments" });
  expect(copied.getData("text/plain")).toBe("stuck since Monday");
  expect(internalSourceOf(copied)).toEqual({ name: "Payments" });
});

test("other text has no internal source, and a damaged mark still counts as internal", () => {
  const copied = clipboard();
  expect(internalSourceOf(copied)).toBeNull();
  copied.setData(INTERNAL_CLIPBOARD_TYPE, "{");
  expect(internalSourceOf(copied)).toEqual({ name: "" });
});

test("pasted text can be removed again, even after the text before it has changed", () => {
  const pasted = pastedInto("Hello , bye", { from: 6, to: 6 }, "stuck");
  expect(pasted).toEqual({ text: "Hello stuck, bye", from: 6, to: 11 });
  expect(withoutPasted(pasted.text, "stuck", pasted.from)).toBe("Hello , bye");
  expect(withoutPasted("Dear Ana, stuck, bye", "stuck", 6)).toBe("Dear Ana, , bye");
  expect(withoutPasted("rewritten", "stuck", 6)).toBe("rewritten");
});
