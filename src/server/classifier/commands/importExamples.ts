import type { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { CsvError, parse } from "csv-parse";
import { sql } from "kysely";
import { EXAMPLE_TEXT_LENGTH_MAX, IMPORTED_ROWS_MAX } from "@/contract/inputs/limits";
import type { ImportFault, ImportOutcome } from "@/contract/views/classifierViews";
import { requestText } from "@/domain/classifier/text/requestText";
import type { Pov } from "@/domain/pov/pov";
import { armedCell } from "@/domain/text/defusedCell";
import { cutToLength, isWithin } from "@/domain/text/graphemes";
import { isVisible } from "@/domain/text/isVisible";
import { decodeFile } from "../../csv/decodeFile";
import { CSV_OPTIONS, isBlankRow, isNameOfTable, tableFormat, titlesOf } from "../../csv/tableFormat";
import type { Deps } from "../../deps";
import { recordAct } from "../../organization/commands/recordAct";
import { type CategoryNames, categoryNames } from "../../organization/load/categoryNames";

const FAULTS_LISTED_MAX = 100;
const VALUE_LENGTH_MAX = 100;
const TITLES = ["text", "category"];
/**
 * A program wrote these in place of characters that it could not write. A text with a lost character is not learned.
 */
const IS_LOST = /[\ufffd\0]/;

/** `column` is the title of a column, or its place in the line if only that is known. */
type Fault = { line: number; column: string; reason: ImportFault; value: string };
type ReadRows = { texts: string[]; categoryIds: string[]; faults: Fault[]; isOver: boolean };
type CsvRow = { record: string[]; info: { lines: number } };
type Columns = { text: number; category: number };

/**
 * Imports labelled examples from CSV. The column "text" holds the text. The column "category" holds the name of a
 * category, or its path ("Cards / Lost card") if the name alone is ambiguous. Either all rows are imported, or none,
 * and the answer names the wrong ones.
 *
 * @param languages the sender's languages (Accept-Language), to guess the encoding of a file that does not name it
 */
export async function importExamples(pov: Pov, csv: Readable, deps: Deps, languages = ""): Promise<ImportOutcome> {
  const names = categoryNames(await deps.configurations.of(pov.organizationId));
  const { texts, categoryIds, faults } = await readRows(csv, names, languages);
  if (faults.length > 0) {
    const rows = faults.slice(0, FAULTS_LISTED_MAX);
    return { outcome: "refused", rows, more: faults.length - rows.length };
  }
  const added = await deps.transact(async (tx) => {
    const { rows } = await sql<{ added: number }>`
      select import_examples(${pov.organizationId}, ${texts}, ${categoryIds}, ${pov.partyId}, ${deps.clock.now()})
        as added`.execute(tx.db);
    const facts = { rows: texts.length, added: rows[0]?.added ?? 0 };
    await recordAct(pov, { verb: "classifier_examples_imported", objectKind: "classifier", facts }, { ...deps, ...tx });
    return facts.added;
  });
  deps.classifiers.look(pov.organizationId);
  return { outcome: "imported", added, known: texts.length - added };
}

/** Reads the file to its end, even if nothing will be imported: a sender that is cut off would not read why. */
async function readRows(csv: Readable, names: CategoryNames, languages: string): Promise<ReadRows> {
  const read: ReadRows = { texts: [], categoryIds: [], faults: [], isOver: false };
  const file = decodeFile(await buffer(csv), languages);
  if (file.text === null) {
    const { line, column, reason, value } = file;
    read.faults.push({ line, column: String(column), reason, value: cutToLength(value, VALUE_LENGTH_MAX) });
    return read;
  }
  const { text, delimiter, linesBefore } = tableFormat(file.text, TITLES);
  try {
    await readRecords(parse(text, { ...CSV_OPTIONS, delimiter }), linesBefore, names, read);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    read.faults.push({ line: lineOf(error) + linesBefore, column: columnOf(error), reason: "not_csv", value: "" });
  }
  return read;
}

async function readRecords(
  parser: AsyncIterable<CsvRow>,
  linesBefore: number,
  names: CategoryNames,
  read: ReadRows,
): Promise<void> {
  let columns: Columns | null = null;
  for await (const { record, info } of parser) {
    if (isBlankRow(record)) continue;
    const line = firstLineOf(record, info.lines) + linesBefore;
    if (columns === null && isNameOfTable(record, TITLES)) continue;
    if (columns === null) columns = columnsOf(record, line, read);
    else readRow(record, columns, line, names, read);
    if (read.isOver) return;
  }
  if (columns === null) columnsOf([], 1, read);
}

/** The parser tells the last line of a row. The row began as many lines earlier as its cells hold line ends. */
function firstLineOf(record: readonly string[], lastLine: number): number {
  return lastLine - record.reduce((lines, cell) => lines + (cell.match(/\r\n|[\r\n]/g)?.length ?? 0), 0);
}

function lineOf({ lines }: CsvError): number {
  return typeof lines === "number" ? lines : 1;
}

function columnOf({ column }: CsvError): string {
  return typeof column === "number" ? String(column + 1) : String(column ?? "");
}

function columnsOf(header: readonly string[], line: number, read: ReadRows): Columns {
  const titles = titlesOf(header);
  const columns = { text: titles.indexOf("text"), category: titles.indexOf("category") };
  for (const [name, index] of Object.entries(columns))
    if (index < 0) read.faults.push({ line, column: name, reason: "missing_column", value: name });
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
  const given = armedCell(record[columns.text] ?? "");
  const category = armedCell(record[columns.category] ?? "").trim();
  const words = requestText({ subject: null, message: given });
  const categoryId = names.idOf(category);
  const wrong = (reason: ImportFault, value: string, column = "text") =>
    faults.push({ line, column, reason, value: cutToLength(value, VALUE_LENGTH_MAX) });
  if (texts.length === IMPORTED_ROWS_MAX) {
    read.isOver = true;
    wrong("too_many_rows", String(IMPORTED_ROWS_MAX), "");
  } else if (!isWithin(given, EXAMPLE_TEXT_LENGTH_MAX)) wrong("text_too_long", given);
  else if (IS_LOST.test(given)) wrong("lost_signs", given);
  else if (!isVisible(words)) wrong("no_text", given);
  else if (category === "") wrong("no_category", words, "category");
  else if (IS_LOST.test(category)) wrong("lost_signs", category, "category");
  else if (categoryId === null) wrong("unknown_category", category, "category");
  else {
    texts.push(words);
    categoryIds.push(categoryId);
  }
}
