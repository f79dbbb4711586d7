import type { ImportFault, ImportOutcome } from "@/contract/views/classifierViews";
import { DRAWN_FOR_HEADER, DRAWN_FOR_PARAMETER } from "@/contract/views/drawnFor";

const ADDRESS = "/api/classifier/examples";

/** The address of all examples as CSV. It names the viewer: the server refuses it to anybody else. */
export function exportAddress(viewerId: string): string {
  return `${ADDRESS}.csv?${new URLSearchParams({ [DRAWN_FOR_PARAMETER]: viewerId })}`;
}

export type SentExamples = ImportOutcome | { readonly outcome: "failed"; readonly code: string };

type Fetch = (address: string, init: RequestInit) => Promise<Response>;

/**
 * Sends a CSV of labelled examples as the viewer of this page. Never throws: the code is `unreachable` when no answer
 * came, and `unknown` for an answer of another shape.
 */
export async function sendExamples(file: Blob, viewerId: string, send: Fetch): Promise<SentExamples> {
  const headers = { "content-type": "text/csv", [DRAWN_FOR_HEADER]: viewerId };
  const answer = await send(ADDRESS, { method: "POST", headers, body: file }).catch(() => null);
  if (answer === null) return { outcome: "failed", code: "unreachable" };
  return outcomeOf(await answer.json().catch(() => null));
}

/** Parses the answer of the server. Rows with an unknown fault are left out. */
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
  unknown_encoding: true,
  unclear_encoding: true,
  unread_encoding: true,
  lost_signs: true,
  missing_column: true,
  too_many_rows: true,
};

function isFaultyRow(row: unknown): row is FaultyRow {
  if (!isRecord(row)) return false;
  const { line, column, reason, value } = row;
  return (
    typeof line === "number" &&
    typeof column === "string" &&
    typeof reason === "string" &&
    reason in FAULTS &&
    typeof value === "string"
  );
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
