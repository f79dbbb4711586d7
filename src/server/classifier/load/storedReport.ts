import { z } from "zod";

const Share = z.number().nullable();

/** How a model and its predecessor answered the same held-back requests (domain/classifier/fit/compareFits.ts). */
const StoredComparison = z.object({
  requests: z.number(),
  right: z.number(),
  previousRight: z.number(),
  isWorse: z.boolean(),
});

/** What is stored of a fit. Rows outlive versions of Parley, so fields that were added later may be missing. */
const StoredReport = z.object({
  accuracy: Share,
  precision: Share,
  coverage: Share,
  byCategory: z.array(z.object({ category: z.string(), examples: z.number(), found: Share, right: Share })),
  confusions: z.array(z.object({ category: z.string(), takenFor: z.string(), requests: z.number() })),
  comparison: StoredComparison.nullable().default(null),
});
export type StoredReport = z.infer<typeof StoredReport>;

/** Reads the report of a version; null if its fit did not end, or if another version of Parley wrote another form. */
export function storedReport(report: unknown): StoredReport | null {
  const read = StoredReport.safeParse(report);
  return read.success ? read.data : null;
}
