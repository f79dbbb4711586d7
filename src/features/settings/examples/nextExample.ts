import type { ExampleView } from "@/contract/views/classifierViews";

/** The example to focus after a removal: the one after the last removed, else the one before; undefined for none. */
export function nextExample(
  removed: readonly number[],
  shown: readonly Pick<ExampleView, "number">[],
): number | undefined {
  const isStaying = ({ number }: Pick<ExampleView, "number">) => !removed.includes(number);
  const last = shown.findLastIndex((example) => !isStaying(example));
  return (shown.slice(last + 1).find(isStaying) ?? shown.slice(0, Math.max(0, last)).findLast(isStaying))?.number;
}
