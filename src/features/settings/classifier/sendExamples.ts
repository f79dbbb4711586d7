import type { ImportFault, ImportOutcome } from "@/domain/views/classifierViews";

const ADDRESS = "/api/classifier/examples";

/** Where all examples are given out as CSV. */
export const EXPORT_ADDRESS = `${ADDRESS}.csv`;

export type SentExamples = ImportOutcome | { readonly outcome: "failed"; readonly code: string };

type Fetch = (address: string, init: RequestInit) => Promise<Response>;

/** Sends a CSV of labelled examples; an answer that never came is `unreachable`, one that makes no sense `unknown`. */
export async function sendExamples(file: Blob, send: Fetch): Promise<SentExamples> {
  const answer = await send(ADDRESS, { method: "POST", headers: { "content-type": "text/csv" }, body: file }).catch(
    () => null,
  );
  if (answer === null) return { outcome: "failed", code: "unreachable" };
  return outcomeOf(await answer.json().catch(() => null));
}

/** What the server answered, as far as it is of a shape that is known here. */
export function outcomeOf(answer: unknown): SentExamples {
  if (!isRecord(answer)) return { outcome: "failed", code: "unknown" };
  const { outcome, added, known, rows, more, code } = answer;
  if (outcome === "imported" && typeof added === "number" && typeof known === "number")
    return { outcome, added, known };
  if (outcome === "refused" && Array.isArray(rows) && typeof more === "number")
    return { outcome, rows: rows.filter(isFaultyRow), more };
  return { outcome: "failed", code: typeof code === "string" ? code : "unknown" };
}

type FaultyRow = Extract<ImportOutcome, { outcome: "refused" }>["rows"][number];

const FAULTS: Readonly<Record<ImportFault, true>> = {
  no_text: true,
  text_too_long: true,
  no_category: true,
  unknown_category: true,
  not_csv: true,
  missing_column: true,
  too_many_rows: true,
};

function isFaultyRow(row: unknown): row is FaultyRow {
  if (!isRecord(row)) return false;
  const { line, reason, value } = row;
  return typeof line === "number" && typeof reason === "string" && reason in FAULTS && typeof value === "string";
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
