import { expect, test } from "vitest";
import { chooseLocale } from "./chooseLocale";

test("a visitor without a supported language gets the default one", () => {
  expect(chooseLocale("pt-BR,pt;q=0.9")).toBe("en");
  expect(chooseLocale(null)).toBe("en");
});

test("a regional variety gets its language", () => {
  expect(chooseLocale("xx, en-GB;q=0.3")).toBe("en");
});
