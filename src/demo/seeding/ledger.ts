import type { Selectable } from "kysely";
import type { DB } from "@/server/db/generated/tables";

/** A whole row of a table. */
export type Row<Table extends keyof DB> = Selectable<DB[Table]>;

/** Whole rows by table, in the order in which the tables are written: nothing points at what comes later. */
export type TableRows = { [Table in keyof DB]?: Row<Table>[] };

/** One party's point of view while it is being written. */
export type PovList = { head: number; entries: Row<"pov_entry">[] };

/** All that the lives of requests write, held in memory until it is written at once. */
export type Ledger = {
  readonly conversations: Map<string, Row<"conversation">>;
  readonly sequences: Map<string, Row<"sequence">>;
  readonly interactions: Map<string, Row<"interaction">>;
  readonly requests: Map<string, Row<"request">>;
  readonly clocks: Map<string, Row<"sla_clock">>;
  readonly clocksOfSequence: Map<string, Row<"sla_clock">[]>;
  readonly pausesOfClock: Map<string, Row<"sla_pause">[]>;
  readonly partsOfInteraction: Map<string, Row<"participation">[]>;
  readonly messagesOfInteraction: Map<string, Row<"message">[]>;
  readonly decisions: Row<"routing_decision">[];
  readonly ratings: Map<string, Row<"rating">>;
  readonly paces: Map<string, Row<"rep_pace">>;
  readonly answered: Map<string, Row<"answered_contact">>;
  readonly loads: Map<string, Row<"rep_load">>;
  readonly lists: Map<string, PovList>;
  readonly reads: Map<string, Row<"pov_read">>;
};

/** A ledger in which nothing has happened yet. */
export function emptyLedger(loads: readonly Row<"rep_load">[]): Ledger {
  return {
    conversations: new Map(),
    sequences: new Map(),
    interactions: new Map(),
    requests: new Map(),
    clocks: new Map(),
    clocksOfSequence: new Map(),
    pausesOfClock: new Map(),
    partsOfInteraction: new Map(),
    messagesOfInteraction: new Map(),
    decisions: [],
    ratings: new Map(),
    paces: new Map(),
    answered: new Map(),
    loads: new Map(loads.map((load) => [load.rep_id, { ...load }])),
    lists: new Map(),
    reads: new Map(),
  };
}

/** Adds an element to the list under a key, which is made where there is none. */
export function addTo<Element>(lists: Map<string, Element[]>, key: string, element: Element): void {
  const list = lists.get(key);
  if (list) list.push(element);
  else lists.set(key, [element]);
}

/** What a map holds under a key. @throws Error where it holds nothing: the seed has contradicted itself */
export function known<Value>(values: ReadonlyMap<string, Value>, key: string): Value {
  const value = values.get(key);
  if (value === undefined) throw new Error(`The seed speaks of ${key}, which it has not made.`);
  return value;
}
