import { expect, test } from "vitest";
import { ERROR_CODES } from "@/contract/errorCodes";
import { LOCALES, messagesIn } from "./messages";

type Tree = { [key: string]: string | Tree };

function keysOf(tree: Tree, path = ""): string[] {
  return Object.entries(tree).flatMap(([key, each]) =>
    typeof each === "string" ? [`${path}${key}`] : keysOf(each, `${path}${key}.`),
  );
}

function emptyOf(tree: Tree): string[] {
  return Object.entries(tree).flatMap(([key, each]) =>
    typeof each === "string" ? (each.trim() ? [] : [key]) : emptyOf(each),
  );
}

test("every error code has a text, including those that only a browser knows", () => {
  for (const locale of LOCALES) {
    expect(Object.keys(messagesIn(locale).errors).sort()).toEqual([...ERROR_CODES].sort());
  }
});

test("every language has all texts, and none is empty", () => {
  const wanted = keysOf(messagesIn(LOCALES[0])).sort();
  for (const locale of LOCALES) {
    expect(keysOf(messagesIn(locale)).sort()).toEqual(wanted);
    expect(emptyOf(messagesIn(locale))).toEqual([]);
  }
});
