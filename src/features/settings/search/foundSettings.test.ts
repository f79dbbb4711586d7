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

test("a setting is found by the beginning of any of its words, without regard to case and accents", () => {
  expect(found("tar")).toEqual(["target"]);
  expect(found("COV")).toEqual(["figures"]);
  expect(found("cafe")).toEqual(["cafe"]);
  expect(found("CAFÉ hou")).toEqual(["cafe"]);
});

test("the middle of a word finds nothing", () => {
  expect(found("arget")).toEqual([]);
});

test("matches in the title come before matches in other words", () => {
  expect(found("precision")).toEqual(["figures", "target"]);
});

test("the name of a page finds all its parts, and each further word narrows the result", () => {
  expect(found("quality")).toEqual(["target", "figures", "cafe"]);
  expect(found("quality target")).toEqual(["target"]);
  expect(found("quality target hours")).toEqual([]);
});

test("an empty text, or one without a word, finds nothing", () => {
  for (const typed of ["", "  ", "…", "?!"]) expect(found(typed)).toEqual([]);
});
