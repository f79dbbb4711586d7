import { z } from "zod";
import { Calendar } from "./hours/calendar";
import { SLA_METRICS } from "./slaClock";

const BUDGET_MS_MAX = 366 * 86_400_000;

/**
 * One promise of a policy: the time allowed, the hours it counts in (null is around the clock), and the states that
 * pause it.
 */
export const SlaTarget = z
  .object({
    metric: z.enum(SLA_METRICS),
    budgetMs: z.int().positive("budget_not_positive").max(BUDGET_MS_MAX, "budget_too_long"),
    calendar: Calendar.nullable(),
    pausedIn: z
      .array(z.enum(["pending", "need_info"]))
      .max(2)
      .readonly(),
  })
  .readonly();
export type SlaTarget = z.infer<typeof SlaTarget>;

/** The promises for a sequence, at most one per metric. A metric without a target has no clock. */
export const SlaPolicy = z
  .object({
    targets: z.array(SlaTarget).max(SLA_METRICS.length, "too_many_targets").superRefine(refuseMetricTwice).readonly(),
  })
  .readonly();
export type SlaPolicy = z.infer<typeof SlaPolicy>;

function refuseMetricTwice(targets: readonly { metric: string }[], context: z.RefinementCtx): void {
  const seen = new Set<string>();
  for (const [index, { metric }] of targets.entries()) {
    if (seen.has(metric)) context.addIssue({ code: "custom", path: [index, "metric"], message: "metric_twice" });
    seen.add(metric);
  }
}
