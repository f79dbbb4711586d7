import fc from "fast-check";
import { expect, test } from "vitest";
import { armedCell, defusedCell } from "./defusedCell";

test("no cell begins like a formula, also in full width, and other texts stay unchanged", () => {
  for (const text of ["=1", "+1", "-1", "@a", "\t=1", "\r=1", "＝1", "＋1", "－1", "＠a", "'=1"])
    expect(defusedCell(text)).toBe(`'${text}`);
  for (const text of ["word", "'word", "", "1+1", "a=b"]) expect(defusedCell(text)).toBe(text);
});

test("a defused text comes back unchanged", () => {
  const anyText = fc.oneof(fc.string(), fc.stringMatching(/^['=+@＝\t-]{0,5}[a-z]?$/));
  fc.assert(fc.property(anyText, (text) => armedCell(defusedCell(text)) === text));
});
