import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { SETTINGS_PAGES, SETTINGS_PARTS } from "./settingsPages";

test("every page of the settings has its route", () => {
  const missing = SETTINGS_PAGES.filter(({ href }) => !existsSync(`src/app/(console)${href}/page.tsx`));
  expect(missing).toEqual([]);
});

test("every part of a page that can be searched for stands on a page", () => {
  const sources = readdirSync("src/features/settings", { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".tsx"))
    .map((path) => readFileSync(`src/features/settings/${path}`, "utf8"));
  const missing = SETTINGS_PARTS.filter(({ id }) => !sources.some((source) => source.includes(`anchorOf("${id}")`)));
  expect(missing).toEqual([]);
});
