import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { z } from "zod";
import { ForeseenFailure } from "../../scripts/launch/foreseenFailure";
import type { Example } from "../../src/domain/classifier/text/example";

const Rows = z.array(z.object({ text: z.string(), category: z.string().min(1) }));

/** The rows of a CSV file with the columns text and category. */
export function readLabelled(file: string): Example[] {
  return labelledIn(readFileSync(file, "utf8"), file);
}

/** Reads the rows out of a file's content; a foreseen failure names the file that has not these columns. */
export function labelledIn(content: string, file: string): Example[] {
  const rows = Rows.safeParse(parse(content, { columns: true, skip_empty_lines: true, bom: true }));
  if (!rows.success) throw new ForeseenFailure(`${file} has rows without text or category.`);
  return rows.data;
}
