import { parse } from "csv-parse/sync";
import { cutToLength } from "@/domain/text/graphemes";
import { ForeseenFailure } from "../launch/foreseenFailure";

/** What a customer may write in one message; the server refuses more. */
const TEXT_LENGTH_MAX = 4_000;

/** The texts of a CSV's column `text`, in order, without empty ones; a foreseen failure when it has no such column. */
export function readMessages(csv: string): string[] {
  const rows: Record<string, string>[] = parse(csv, { columns: true, bom: true, relax_column_count: true });
  if (rows[0] && !("text" in rows[0])) throw new ForeseenFailure("The file of messages has no column “text”.");
  const texts = rows.map(({ text = "" }) => cutToLength(text.trim(), TEXT_LENGTH_MAX)).filter((text) => text !== "");
  if (texts.length === 0) throw new ForeseenFailure("The file of messages holds no message.");
  return texts;
}
