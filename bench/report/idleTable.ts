import type { IdleFigures, IdleLevel } from "../parts/measureIdle";
import { atMost, type LimitCheck, rounded } from "./limit";
import { table } from "./table";

const SERVER_MS_MOST = 1_000;
const TRANSACTIONS_MOST = 100;

/** The table of part d. */
export function idleTable({ windowMs, levels }: IdleFigures): string {
  return [
    `(d) Streams in which nothing is said, over ${rounded(windowMs / 1000)} s, and a call of me.get every 100 ms beside them`,
    table(
      ["streams", "server ms", "PostgreSQL ms", "transactions", "me.get p50 ms", "p95 ms"],
      levels.map(({ streams, processor, transactions, meGetP50Ms, meGetP95Ms }) => [
        rounded(streams),
        processor ? rounded(processor.serverMs) : "",
        processor ? rounded(processor.postgresMs) : "",
        rounded(transactions),
        rounded(meGetP50Ms),
        rounded(meGetP95Ms),
      ]),
    ),
  ].join("\n");
}

/** The limits of part d: what the streams add to a server without streams. */
export function idleLimits({ levels }: IdleFigures): LimitCheck[] {
  const [without, withStreams] = [levels.at(0), levels.at(-1)];
  if (!without || !withStreams) return [];
  const added = (figure: (level: IdleLevel) => number) => figure(withStreams) - figure(without);
  return [
    atMost(
      "server time added by idle streams",
      added(({ processor }) => processor?.serverMs ?? 0),
      SERVER_MS_MOST,
      " ms",
    ),
    atMost(
      "transactions added by idle streams",
      added(({ transactions }) => transactions),
      TRANSACTIONS_MOST,
      "",
    ),
  ];
}
