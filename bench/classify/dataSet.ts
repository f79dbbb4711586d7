import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parse } from "csv-parse/sync";
import { z } from "zod";
import { ForeseenFailure } from "../../scripts/launch/foreseenFailure";
import type { Example } from "../../src/domain/classifier/text/example";
import type { NamedFiles } from "./classifyOptions";
import { type Goals, KNOWN_SETS, type KnownSet, type PublishedFigure } from "./knownSets";

const Rows = z.array(z.object({ text: z.string(), category: z.string().min(1) }));

/** The data of one measurement. */
export interface DataSet {
  readonly name: string;
  readonly examples: readonly Example[];
  /** Null: the examples are cross-validated. */
  readonly tests: readonly Example[] | null;
  readonly outOfScope: readonly Example[];
  readonly published: readonly PublishedFigure[];
  readonly goals: Goals;
}

/** The sets to measure; empty if none of the known files exists. */
export function dataSets(folder: string, named: NamedFiles | null): DataSet[] {
  if (named !== null) return [namedSet(named)];
  return KNOWN_SETS.filter(({ train }) => existsSync(join(folder, train))).map((known) => knownSet(folder, known));
}

function namedSet({ train, test, outOfScope }: NamedFiles): DataSet {
  return {
    name: basename(train, ".csv"),
    examples: readLabelled(train),
    tests: test === undefined ? null : readLabelled(test),
    outOfScope: outOfScope === undefined ? [] : readLabelled(outOfScope),
    published: [],
    goals: {},
  };
}

function knownSet(folder: string, { name, train, test, remainderOf, outOfScope, published, goals }: KnownSet): DataSet {
  const read = (file: string) => readLabelled(join(folder, file));
  const examples = read(train);
  return {
    name,
    examples,
    tests: test !== undefined ? read(test) : remainderOf !== undefined ? remainder(read(remainderOf), examples) : null,
    outOfScope: (outOfScope ?? []).flatMap(read),
    published,
    goals,
  };
}

/** The part of the whole set that was not learnt. A set of few examples is a part of the whole, in lower case. */
function remainder(whole: readonly Example[], learnt: readonly Example[]): Example[] {
  const folded = (text: string) => text.toLowerCase().replace(/\s+/g, " ").trim();
  const known = new Set(learnt.map(({ text }) => folded(text)));
  return whole.filter(({ text }) => !known.has(folded(text)));
}

/** Reads a CSV file with the columns text and category. */
function readLabelled(file: string): Example[] {
  return labelledIn(readFileSync(file, "utf8"), file);
}

/** Reads the rows of a file's content. @throws ForeseenFailure with the name of the file if it lacks these columns */
export function labelledIn(content: string, file: string): Example[] {
  const rows = Rows.safeParse(parse(content, { columns: true, skip_empty_lines: true, bom: true }));
  if (!rows.success) throw new ForeseenFailure(`${file} has rows without text or category.`);
  return rows.data;
}
