import { expect, test } from "vitest";
import { chooseLocale } from "./chooseLocale";

test("a visitor whose language has no catalogue gets the default one", () => {
  expect(chooseLocale("pt-BR,pt;q=0.9")).toBe("en");
  expect(chooseLocale(null)).toBe("en");
});

test("a regional variety is served by its language", () => {
  expect(chooseLocale("xx, en-GB;q=0.3")).toBe("en");
});
