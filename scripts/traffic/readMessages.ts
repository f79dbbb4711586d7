import { parse } from "csv-parse/sync";
import { cutToLength } from "@/domain/text/graphemes";
import { isVisible } from "@/domain/text/isVisible";
import { decodeFile } from "@/server/csv/decodeFile";
import { CSV_OPTIONS, isBlankRow, tableFormat, titlesOf } from "@/server/csv/tableFormat";
import { ForeseenFailure } from "../launch/foreseenFailure";

/** The longest message of a customer that the server accepts. */
const TEXT_LENGTH_MAX = 4_000;

/**
 * Reads the column `text` of a CSV, in order, without empty texts.
 *
 * @throws ForeseenFailure if there is no such column
 */
export function readMessages(file: Uint8Array): string[] {
  const decoded = decodeFile(file);
  if (decoded.text === null)
    throw new ForeseenFailure(
      `The file of messages cannot be read at line ${decoded.line}, column ${decoded.column}: save it as CSV UTF-8.`,
    );
  const { text, delimiter } = tableFormat(decoded.text, ["text"]);
  const rows: string[][] = parse(text, { ...CSV_OPTIONS, info: false, delimiter });
  const [header = [], ...others] = rows.filter((row) => !isBlankRow(row));
  const at = titlesOf(header).indexOf("text");
  if (at < 0) throw new ForeseenFailure("The file of messages has no column “text”.");
  const texts = others.map((row) => cutToLength((row[at] ?? "").trim(), TEXT_LENGTH_MAX)).filter(isVisible);
  if (texts.length === 0) throw new ForeseenFailure("The file of messages holds no message.");
  return texts;
}
