import type { ExampleView } from "@/contract/views/classifierViews";

/** What comes to stand where the removed ones stood: the one after the last of them, or else the one before. */
export function nextExample(
  removed: readonly number[],
  shown: readonly Pick<ExampleView, "number">[],
): number | undefined {
  const isStaying = ({ number }: Pick<ExampleView, "number">) => !removed.includes(number);
  const last = shown.findLastIndex((example) => !isStaying(example));
  return (shown.slice(last + 1).find(isStaying) ?? shown.slice(0, Math.max(0, last)).findLast(isStaying))?.number;
}
