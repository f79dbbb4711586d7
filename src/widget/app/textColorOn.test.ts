import fc from "fast-check";
import { expect, test } from "vitest";
import { textColorOn } from "./textColorOn";

test("a dark accent carries white text, and a light one black text", () => {
  expect(textColorOn("#1d4ed8")).toBe("#fff");
  expect(textColorOn("#fde047")).toBe("#000");
  expect(textColorOn("#FFFFFF")).toBe("#000");
  expect(textColorOn("#000000")).toBe("#fff");
});

test("a colour that cannot be read gets white text", () => {
  expect(textColorOn("rebeccapurple")).toBe("#fff");
  expect(textColorOn("")).toBe("#fff");
});

// Law: the text on any accent has a contrast of at least 4.5:1.
test("text on any accent reaches the contrast of WCAG AA", () => {
  const channel = fc.integer({ min: 0, max: 255 });
  fc.assert(
    fc.property(channel, channel, channel, (red, green, blue) => {
      const accent = `#${[red, green, blue].map((each) => each.toString(16).padStart(2, "0")).join("")}`;
      const luminance = 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
      const contrast = textColorOn(accent) === "#fff" ? 1.05 / (luminance + 0.05) : (luminance + 0.05) / 0.05;
      expect(contrast).toBeGreaterThanOrEqual(4.5);
    }),
    { numRuns: 5_000, seed: 9_497_150 },
  );
});

function linear(channel: number): number {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}
