import { z } from "zod";

const Share = z.number().nullable();

/** How two kinds of knowledge answered the same held-back requests (domain/classifier/fit/compareFits.ts). */
const StoredComparison = z.object({
  requests: z.number(),
  right: z.number(),
  previousRight: z.number(),
  isWorse: z.boolean(),
});

/** What is kept of a fit: rows outlive versions, so what a later one adds may be missing. */
const StoredReport = z.object({
  accuracy: Share,
  precision: Share,
  coverage: Share,
  byCategory: z.array(z.object({ category: z.string(), examples: z.number(), found: Share, right: Share })),
  confusions: z.array(z.object({ category: z.string(), takenFor: z.string(), requests: z.number() })),
  comparison: StoredComparison.nullable().default(null),
});
export type StoredReport = z.infer<typeof StoredReport>;

/** A version's report; null where it was never fitted to the end, or by a Parley that wrote it otherwise. */
export function storedReport(report: unknown): StoredReport | null {
  const read = StoredReport.safeParse(report);
  return read.success ? read.data : null;
}
