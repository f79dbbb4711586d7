import { expect, test } from "vitest";
import { foundSettings, type Setting } from "./foundSettings";

const setting = (id: string, title: string, otherWords = ""): Setting => ({
  ...{ id, title, otherWords },
  place: "Categories, Quality",
  href: `/settings#${id}`,
});
const SETTINGS = [
  setting("target", "Target", "precision threshold"),
  setting("figures", "Precision and coverage"),
  setting("cafe", "Café hours"),
];
const found = (typed: string) => foundSettings(SETTINGS, typed).map(({ id }) => id);

test("a setting is found by the beginning of any of its words, whatever the case and the accents", () => {
  expect(found("tar")).toEqual(["target"]);
  expect(found("COV")).toEqual(["figures"]);
  expect(found("cafe")).toEqual(["cafe"]);
  expect(found("CAFÉ hou")).toEqual(["cafe"]);
});

test("the middle of a word finds nothing", () => {
  expect(found("arget")).toEqual([]);
});

test("what is named so comes before what is only called so", () => {
  expect(found("precision")).toEqual(["figures", "target"]);
});

test("a page's name finds all that stands on it, and each further word finds less", () => {
  expect(found("quality")).toEqual(["target", "figures", "cafe"]);
  expect(found("quality target")).toEqual(["target"]);
  expect(found("quality target hours")).toEqual([]);
});

test("nothing, or no word, finds nothing", () => {
  for (const typed of ["", "  ", "…", "?!"]) expect(found(typed)).toEqual([]);
});
