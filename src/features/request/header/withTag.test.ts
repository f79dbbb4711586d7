import { expect, test } from "vitest";
import { TAGS_MAX } from "@/contract/inputs/limits";
import { withTag } from "./withTag";

test("a tag is kept once, without the sign that some type before it", () => {
  expect(withTag(["vip"], " #late  delivery ")).toEqual(["vip", "late delivery"]);
  expect(withTag(["vip"], "VIP")).toEqual(["vip"]);
  expect(withTag(["vip"], "  ")).toEqual(["vip"]);
});

test("no more tags are taken than a sequence can hold", () => {
  const full = Array.from({ length: TAGS_MAX }, (_, index) => `tag ${index}`);
  expect(withTag(full, "one more")).toEqual(full);
});
