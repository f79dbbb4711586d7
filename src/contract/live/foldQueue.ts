import { isNewer } from "@/domain/pov/position";
import type { QueuePage, QueueRow } from "../views/queueViews";
import type { HeardEvent, RepEvent } from "./repEvent";

/** Which rows a queue holds, and in which order. It must agree with the query of its pages. */
export type QueueRule = { belongs: (row: QueueRow) => boolean; order: (a: QueueRow, b: QueueRow) => number };

type Known = Map<string, { row: QueueRow; page: QueuePage }>;

/**
 * A queue as it is now, made from its pages in reading order and the events since, in the queue's own order. A row
 * after the last page is left out if there are more pages, because a later page will have it.
 */
export function foldQueue(pages: readonly QueuePage[], heard: readonly HeardEvent[], rule: QueueRule): QueueRow[] {
  const known: Known = new Map();
  for (const page of pages) {
    for (const row of page.rows) known.set(row.sequenceId, { row, page });
  }
  for (const { position, event } of heard) {
    const page = pageToldOf(event, pages, known, rule);
    if (!page || !isNewer(position, page.asOf)) continue;
    if (event.type === "sequence") known.set(event.row.sequenceId, { row: event.row, page });
    if (event.type === "hidden" && event.sequenceId !== null) known.delete(event.sequenceId);
  }
  const rows = [...known.values()].map(({ row }) => row).filter(rule.belongs);
  return rows.filter((row) => isReached(pages, row, rule)).sort(rule.order);
}

function pageToldOf(
  event: RepEvent,
  pages: readonly QueuePage[],
  known: Known,
  rule: QueueRule,
): QueuePage | undefined {
  if (event.type === "sequence") return known.get(event.row.sequenceId)?.page ?? pageFor(pages, event.row, rule);
  return event.type === "hidden" && event.sequenceId !== null ? known.get(event.sequenceId)?.page : undefined;
}

/** The page that a row sorts into; the last page for a row after all of them. */
function pageFor(pages: readonly QueuePage[], row: QueueRow, rule: QueueRule): QueuePage | undefined {
  return pages.find(({ rows }) => rows.some((each) => rule.order(row, each) <= 0)) ?? pages.at(-1);
}

function isReached(pages: readonly QueuePage[], row: QueueRow, rule: QueueRule): boolean {
  const last = pages.at(-1);
  const end = last?.rows.at(-1);
  if (!last || last.nextCursor === null || end === undefined) return true;
  return rule.order(row, end) <= 0;
}
