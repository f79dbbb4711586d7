import type { DemoSlaPolicy } from "./demoOrganization";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Three levels of promise, the same in both organizations. Only `urgent` runs around the clock. */
export const SLA_POLICIES: readonly DemoSlaPolicy[] = [
  {
    key: "urgent",
    name: "Urgent",
    targets: [
      { metric: "pick_up", budgetMs: 3 * MINUTE_MS, clock: "calendar" },
      { metric: "first_reply", budgetMs: 10 * MINUTE_MS, clock: "calendar" },
      { metric: "status_update", budgetMs: 30 * MINUTE_MS, clock: "calendar" },
    ],
  },
  {
    key: "standard",
    name: "Standard",
    targets: [
      { metric: "pick_up", budgetMs: 15 * MINUTE_MS, clock: "business" },
      { metric: "first_reply", budgetMs: 45 * MINUTE_MS, clock: "business" },
      { metric: "status_update", budgetMs: 2 * HOUR_MS, clock: "business" },
    ],
  },
  {
    key: "relaxed",
    name: "Relaxed",
    targets: [
      { metric: "pick_up", budgetMs: HOUR_MS, clock: "business" },
      { metric: "first_reply", budgetMs: 4 * HOUR_MS, clock: "business" },
      { metric: "status_update", budgetMs: 8 * HOUR_MS, clock: "business" },
    ],
  },
];
