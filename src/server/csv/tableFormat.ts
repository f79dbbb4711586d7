import { parse } from "csv-parse/sync";

/** How a CSV file is written: what stands between its columns, and where its first row begins. */
export type TableFormat = {
  delimiter: string;
  /** Without the line with which Excel names the delimiter, and with one kind of line end, so that lines are counted right. */
  text: string;
  /** Lines that were left out before it. */
  linesBefore: number;
};

const DELIMITERS = [",", ";", "\t", "|"] as const;
const NAMED_DELIMITER = /^\ufeff?"?sep=(.)"?[ \t]*\n/i;
const HEADER_LENGTH_MAX = 10_000;

/** What csv-parse is told of every file: rows may be of any length. */
export const CSV_OPTIONS = {
  bom: true,
  info: true,
  record_delimiter: "\n",
  relax_column_count: true,
  skip_empty_lines: true,
};

/**
 * Finds what stands between the columns: the sign that the file itself names in its first line (`sep=;`), else the one
 * by which the header has the most of the columns that are asked for. Spreadsheets write semicolons where the comma is
 * the decimal sign, and a title such as "notes, internal" may hold any of them.
 */
export function tableFormat(file: string, titles: readonly string[]): TableFormat {
  const csv = file.replace(/\r\n?/g, "\n");
  const [whole, named] = NAMED_DELIMITER.exec(csv) ?? [];
  if (whole !== undefined && named !== undefined)
    return { delimiter: named, text: csv.slice(whole.length), linesBefore: 1 };
  const rated = DELIMITERS.map((delimiter) => {
    const header = headerOf(csv, delimiter, titles);
    return { delimiter, found: titles.filter((title) => header.includes(title)).length };
  });
  const best = rated.reduce((winner, each) => (each.found > winner.found ? each : winner));
  return { delimiter: best.delimiter, text: csv, linesBefore: 0 };
}

/** Whether a row holds nothing: spreadsheets write such rows below a table as `,,,`. */
export function isBlankRow(row: readonly string[]): boolean {
  return row.every((cell) => cell.trim() === "");
}

/** Whether a row above the header is the table's own name, such as "Table 1", which Numbers writes there. */
export function isNameOfTable(row: readonly string[], titles: readonly string[]): boolean {
  const filled = titlesOf(row).filter((cell) => cell !== "");
  return filled.length === 1 && !filled.some((cell) => titles.includes(cell));
}

/** The titles of a header, as they are compared. */
export function titlesOf(row: readonly string[]): string[] {
  return row.map((title) => title.trim().toLowerCase());
}

function headerOf(csv: string, delimiter: string, titles: readonly string[]): string[] {
  const head = csv.slice(0, HEADER_LENGTH_MAX);
  const options = { ...CSV_OPTIONS, info: false, delimiter, relax_quotes: true, to: 20, on_skip: () => undefined };
  try {
    const rows: string[][] = parse(head, { ...options, skip_records_with_error: true });
    return titlesOf(rows.find((row) => !isBlankRow(row) && !isNameOfTable(row, titles)) ?? []);
  } catch {
    return [];
  }
}
