import type { PageTime } from "../load/loadOrder";
import type { GrowthFigures } from "../parts/measureGrowth";
import { atMost, type LimitCheck, rounded } from "./limit";
import { table } from "./table";

const P95_MS_MOST = 50;
const GROWTH_MOST = 2;
/** A faster page counts as this slow, because a fraction of a millisecond would double it. */
const GROWTH_FLOOR_MS = 1;

/** The table of part c. */
export function growthTable(figures: GrowthFigures): string {
  const { levels } = figures;
  return [
    "(c) Milliseconds to read a page, by the number of sequences in the organization",
    table(
      [
        "page",
        ...levels.flatMap(({ sequences }) => [`${sequences.toLocaleString("en")}: p50`, "p95"]),
        "growth of p95",
      ],
      namesOf(figures).map((name) => [
        name,
        ...levels.flatMap(({ pages }) => timesOf(pages, name).map(rounded)),
        rounded(growthOf(figures, name)),
      ]),
    ),
  ].join("\n");
}

/** The limits of part c, for the largest number of sequences. */
export function growthLimits(figures: GrowthFigures): LimitCheck[] {
  const last = figures.levels.at(-1);
  if (!last) return [];
  return last.pages
    .filter(({ name }) => !name.startsWith(" "))
    .flatMap(({ name, p95Ms }) => [
      atMost(`${name}, p95 with ${last.sequences.toLocaleString("en")} sequences`, p95Ms, P95_MS_MOST, " ms"),
      atMost(`${name}, growth`, growthOf(figures, name), GROWTH_MOST, ""),
    ]);
}

function namesOf({ levels }: GrowthFigures): string[] {
  return levels[0]?.pages.map(({ name }) => name) ?? [];
}

function timesOf(pages: readonly PageTime[], name: string): number[] {
  const page = pages.find((each) => each.name === name);
  return [page?.p50Ms ?? Number.NaN, page?.p95Ms ?? Number.NaN];
}

function growthOf({ levels }: GrowthFigures, name: string): number {
  const [first, last] = [levels[0], levels.at(-1)].map((level) => timesOf(level?.pages ?? [], name)[1] ?? Number.NaN);
  return (last ?? Number.NaN) / Math.max(GROWTH_FLOOR_MS, first ?? Number.NaN);
}
