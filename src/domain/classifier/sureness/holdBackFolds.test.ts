import { expect, test } from "vitest";
import { holdBackFolds } from "./holdBackFolds";

const example = (words: string, customerId?: string) => ({ words: words.split(" "), customerId });

test("requests of one customer or with the same words share a fold, also if joined through others", () => {
  const examples = [
    example("where is it", "ann"),
    example("is it where", "bob"),
    example("money back", "bob"),
    ...Array.from({ length: 20 }, (_, index) => example(`other ${index}`)),
  ];
  const [first, second, third] = holdBackFolds(examples, 5, 1);
  expect(second).toBe(first);
  expect(third).toBe(first);
});

test("examples are spread evenly over the folds", () => {
  const folds = holdBackFolds(
    Array.from({ length: 50 }, (_, index) => example(`words ${index}`)),
    5,
    1,
  );
  for (let fold = 0; fold < 5; fold++) expect(folds.filter((each) => each === fold)).toHaveLength(10);
});
