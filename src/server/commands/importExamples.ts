import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { CsvError, parse } from "csv-parse";
import { requestText } from "@/domain/classification/requestText";
import { armedCell } from "@/domain/defusedCell";
import type { Pov } from "@/domain/pov/pov";
import { cutToLength } from "@/domain/text/graphemes";
import type { ImportFault, ImportOutcome } from "@/domain/views/classifierViews";
import type { Deps } from "../deps";
import { type CategoryNames, categoryNames } from "../queries/categoryNames";
import { csvDelimiter } from "./csvDelimiter";
import { recordAct } from "./recordAct";

export const IMPORTED_ROWS_MAX = 100_000;
const TEXT_LENGTH_MAX = 20_000;
const FAULTS_LISTED_MAX = 100;
const VALUE_LENGTH_MAX = 100;

type Fault = { line: number; reason: ImportFault; value: string };
type ReadRows = { texts: string[]; categoryIds: string[]; faults: Fault[]; isOver: boolean };
type CsvRow = { record: string[]; info: { lines: number } };
type Columns = { text: number; category: number };

/**
 * Imports labelled examples from CSV with a column "text" and a column "category", which holds the name of a category,
 * or its path ("Cards / Lost card") where the name alone is not enough. All rows are taken, or none and each that is
 * wrong is named.
 */
export async function importExamples(pov: Pov, csv: Readable, deps: Deps): Promise<ImportOutcome> {
  const names = categoryNames(await deps.configurations.of(pov.organizationId));
  const { texts, categoryIds, faults } = await readRows(csv, names);
  if (faults.length > 0) {
    const rows = faults.slice(0, FAULTS_LISTED_MAX);
    return { outcome: "refused", rows, more: faults.length - rows.length };
  }
  const { rows } = await deps.pool.query<{ added: number }>("select import_examples($1, $2, $3, $4, $5) as added", [
    ...[pov.organizationId, texts, categoryIds, pov.partyId, deps.clock.now()],
  ]);
  const added = rows[0]?.added ?? 0;
  await recordAct(pov, "classifier_examples_imported", { rows: texts.length, added }, deps);
  deps.classifiers.look(pov.organizationId);
  return { outcome: "imported", added, known: texts.length - added };
}

/** What is sent is taken to its end even where nothing will be imported: whoever is cut off does not read why. */
async function readRows(csv: Readable, names: CategoryNames): Promise<ReadRows> {
  const read: ReadRows = { texts: [], categoryIds: [], faults: [], isOver: false };
  const all = await text(csv);
  const options = { bom: true, delimiter: csvDelimiter(all), info: true, relaxColumnCount: true, skipEmptyLines: true };
  try {
    await readRecords(parse(all, options), names, read);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    read.faults.push({ line: lineOf(error), reason: "not_csv", value: "" });
  }
  return read;
}

async function readRecords(parser: AsyncIterable<CsvRow>, names: CategoryNames, read: ReadRows): Promise<void> {
  let columns: Columns | null = null;
  let line = 1;
  for await (const { record, info } of parser) {
    if (columns === null) columns = columnsOf(record, read);
    else readRow(record, columns, line, names, read);
    if (read.isOver) return;
    line = info.lines + 1;
  }
  if (columns === null) columnsOf([], read);
}

function lineOf({ lines }: CsvError): number {
  return typeof lines === "number" ? lines : 1;
}

function columnsOf(header: readonly string[], read: ReadRows): Columns {
  const titles = header.map((title) => title.trim().toLowerCase());
  const columns = { text: titles.indexOf("text"), category: titles.indexOf("category") };
  for (const [name, index] of Object.entries(columns))
    if (index < 0) read.faults.push({ line: 1, reason: "missing_column", value: name });
  read.isOver = read.faults.length > 0;
  return columns;
}

function readRow(
  record: readonly string[],
  columns: Columns,
  line: number,
  names: CategoryNames,
  read: ReadRows,
): void {
  const { texts, categoryIds, faults } = read;
  const given = armedCell(record[columns.text] ?? "").replaceAll("\0", "");
  const category = armedCell(record[columns.category] ?? "").trim();
  const words = requestText({ subject: null, message: given });
  const categoryId = names.idOf(category);
  const wrong = (reason: ImportFault, value: string) =>
    faults.push({ line, reason, value: cutToLength(value, VALUE_LENGTH_MAX) });
  if (texts.length === IMPORTED_ROWS_MAX) {
    read.isOver = true;
    wrong("too_many_rows", String(IMPORTED_ROWS_MAX));
  } else if (given.length > TEXT_LENGTH_MAX) wrong("text_too_long", given);
  else if (words === "") wrong("no_text", given);
  else if (category === "") wrong("no_category", words);
  else if (categoryId === null) wrong("unknown_category", category);
  else {
    texts.push(words);
    categoryIds.push(categoryId);
  }
}
