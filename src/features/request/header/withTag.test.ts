import { expect, test } from "vitest";
import { TAGS_MAX } from "@/contract/inputs/limits";
import { withTag } from "./withTag";

test("a tag is kept once, without a leading #", () => {
  expect(withTag(["vip"], " #late  delivery ")).toEqual(["vip", "late delivery"]);
  expect(withTag(["vip"], "VIP")).toEqual(["vip"]);
  expect(withTag(["vip"], "  ")).toEqual(["vip"]);
});

test("a sequence takes no more than TAGS_MAX tags", () => {
  const full = Array.from({ length: TAGS_MAX }, (_, index) => `tag ${index}`);
  expect(withTag(full, "one more")).toEqual(full);
});
