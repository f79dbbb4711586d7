import { parse } from "csv-parse/sync";

/** The format of a CSV file. */
export type TableFormat = {
  delimiter: string;
  /**
   * The text without the line in which Excel names the delimiter, and with "\n" as the only line end, so that lines
   * are counted right.
   */
  text: string;
  /** How many lines of the file come before `text`. */
  linesBefore: number;
};

const DELIMITERS = [",", ";", "\t", "|"] as const;
const NAMED_DELIMITER = /^\ufeff?"?sep=(.)"?[ \t]*\n/i;
const HEADER_LENGTH_MAX = 10_000;

/** Options of csv-parse for all files. Rows may have any number of columns. */
export const CSV_OPTIONS = {
  bom: true,
  info: true,
  record_delimiter: "\n",
  relax_column_count: true,
  skip_empty_lines: true,
};

/**
 * Finds the delimiter: the one that the file names in its first line (`sep=;`), else the one by which the header has
 * most of the wanted columns. Spreadsheets write semicolons where the comma is the decimal separator, and a title such
 * as "notes, internal" may contain any of them.
 *
 * @param titles the wanted columns, trimmed and in lower case
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

/** Whether all cells of a row are blank: spreadsheets write such rows below a table as `,,,`. */
export function isBlankRow(row: readonly string[]): boolean {
  return row.every((cell) => cell.trim() === "");
}

/** Whether a row above the header is the name of the table, such as "Table 1", which Numbers writes there. */
export function isNameOfTable(row: readonly string[], titles: readonly string[]): boolean {
  const filled = titlesOf(row).filter((cell) => cell !== "");
  return filled.length === 1 && !filled.some((cell) => titles.includes(cell));
}

/** The titles of a header, trimmed and in lower case. */
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
