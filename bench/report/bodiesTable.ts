import type { BodiesLevel } from "../parts/measureBodies";
import { atMost, type LimitCheck, rounded } from "./limit";
import { table } from "./table";

const MEMORY_MB_MOST = 100;

/** The table of part e. */
export function bodiesTable(levels: readonly BodiesLevel[]): string {
  return [
    "(e) Memory of the server, and a call of me.get beside it, while somebody sends",
    table(
      ["", "memory MB", "me.get p50 ms", "p95 ms", "answers"],
      levels.map(({ what, memoryMb, meGetP50Ms, meGetP95Ms, answers }) => [
        what,
        memoryMb === null ? "" : rounded(memoryMb),
        rounded(meGetP50Ms),
        rounded(meGetP95Ms),
        Object.entries(answers)
          .map(([status, count]) => `${count} × ${status}`)
          .join(", "),
      ]),
    ),
  ].join("\n");
}

/** The limit of part e: how much memory very long bodies add to the server. */
export function bodiesLimits(levels: readonly BodiesLevel[]): LimitCheck[] {
  const [without, ...others] = levels.map(({ memoryMb }) => memoryMb ?? 0);
  return [atMost("memory added by long bodies", Math.max(...others) - (without ?? 0), MEMORY_MB_MOST, " MB")];
}
