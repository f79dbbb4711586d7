const MINUTE_MS = 60_000;

/** How far a live request has come at the present time of the demo. */
export type LiveKind =
  | "queued"
  | "unassigned"
  | "not_looked_at"
  | "looked_at"
  | "customer_waits"
  | "answered"
  | "asked_inside"
  | "answered_inside"
  | "need_info"
  | "pending"
  | "escalated";

/**
 * A live request: how long ago it began, and how long ago its last step was. Its age is a share of the promised pick-up
 * or first reply, so that it is fresh, at risk or late under any policy, or a span of open time.
 */
export type LivePlan = {
  readonly kind: LiveKind;
  readonly age:
    | { readonly of: "pick_up" | "first_reply"; readonly share: number }
    | { readonly of: "open_time"; readonly ms: number };
  readonly idleMs: number;
  /** Assigned to the rep with the demo log-in, so that the first person who signs in finds work. */
  readonly isOfLogIn?: boolean;
  /** Invites the specialists with the demo log-in. */
  readonly asksSpecialists?: boolean;
};

const ofPickUp = (share: number) => ({ of: "pick_up", share }) as const;
const ofFirstReply = (share: number) => ({ of: "first_reply", share }) as const;
const minutes = (count: number) => ({ of: "open_time", ms: count * MINUTE_MS }) as const;

/** The live requests of each organization, which show every state of a queue and a board. */
export const LIVE_PLANS: readonly LivePlan[] = [
  { kind: "queued", age: ofPickUp(0.2), idleMs: 0 },
  { kind: "queued", age: ofPickUp(0.35), idleMs: 0 },
  { kind: "queued", age: ofPickUp(0.6), idleMs: 0 },
  { kind: "queued", age: ofPickUp(0.88), idleMs: 0 },
  { kind: "queued", age: ofPickUp(0.92), idleMs: 0 },
  { kind: "queued", age: ofPickUp(1.25), idleMs: 0 },
  { kind: "unassigned", age: minutes(6), idleMs: 0 },
  { kind: "unassigned", age: minutes(11), idleMs: 0 },
  { kind: "not_looked_at", age: ofPickUp(0.15), idleMs: 0, isOfLogIn: true },
  { kind: "not_looked_at", age: ofPickUp(0.9), idleMs: 0 },
  { kind: "looked_at", age: ofFirstReply(0.4), idleMs: 2 * MINUTE_MS },
  { kind: "looked_at", age: ofFirstReply(0.9), idleMs: 4 * MINUTE_MS },
  { kind: "looked_at", age: ofFirstReply(1.15), idleMs: 6 * MINUTE_MS },
  { kind: "customer_waits", age: minutes(34), idleMs: 3 * MINUTE_MS },
  { kind: "customer_waits", age: minutes(52), idleMs: 9 * MINUTE_MS, isOfLogIn: true },
  { kind: "customer_waits", age: minutes(95), idleMs: 17 * MINUTE_MS },
  { kind: "answered", age: minutes(26), idleMs: 4 * MINUTE_MS },
  { kind: "answered", age: minutes(70), idleMs: 21 * MINUTE_MS },
  { kind: "asked_inside", age: minutes(22), idleMs: 2 * MINUTE_MS, asksSpecialists: true },
  { kind: "asked_inside", age: minutes(38), idleMs: 7 * MINUTE_MS, isOfLogIn: true },
  { kind: "asked_inside", age: minutes(61), idleMs: 14 * MINUTE_MS, asksSpecialists: true },
  { kind: "answered_inside", age: minutes(48), idleMs: 5 * MINUTE_MS },
  { kind: "answered_inside", age: minutes(84), idleMs: 12 * MINUTE_MS },
  { kind: "need_info", age: minutes(110), idleMs: 31 * MINUTE_MS },
  { kind: "need_info", age: minutes(160), idleMs: 64 * MINUTE_MS },
  { kind: "pending", age: minutes(140), idleMs: 48 * MINUTE_MS },
  { kind: "pending", age: minutes(210), idleMs: 90 * MINUTE_MS },
  { kind: "escalated", age: ofFirstReply(0.5), idleMs: 3 * MINUTE_MS },
];
