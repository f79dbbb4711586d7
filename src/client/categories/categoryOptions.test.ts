import { expect, test } from "vitest";
import { categoryOptions } from "./categoryOptions";

const category = (id: string, parentId: string | null = null, isRetired = false) => ({
  id,
  parentId,
  name: id,
  teamId: null,
  isRetired,
});

test("a category is labelled with its path and sorted by it", () => {
  expect(categoryOptions([category("Refunds", "Payments"), category("Access"), category("Payments")], null)).toEqual([
    { id: "Access", label: "Access" },
    { id: "Payments", label: "Payments" },
    { id: "Refunds", label: "Payments › Refunds" },
  ]);
});

test("a retired category is offered only where it is in use", () => {
  const all = [category("Old", null, true)];
  expect(categoryOptions(all, null)).toEqual([]);
  expect(categoryOptions(all, "Old")).toHaveLength(1);
});

test("categories in a circle do not hang the list", () => {
  expect(categoryOptions([category("a", "b"), category("b", "a")], null)).toHaveLength(2);
});
