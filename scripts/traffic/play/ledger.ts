/** What can happen to a played request, in the order in which it happens. */
export const LEDGER_STEPS = [
  "sent",
  "acknowledged",
  "routed",
  "queued",
  "answered",
  "closed",
  "rated",
  "left",
] as const;
export type LedgerStep = (typeof LEDGER_STEPS)[number];

/** Records what happened to each customer's request, each step once. */
export interface Ledger {
  /** Notes a step of a customer's request. Noting it again changes nothing. */
  note(customer: number, step: LedgerStep): void;
  /** Notes something that must not have happened. */
  noteError(what: string): void;
  has(customer: number, step: LedgerStep): boolean;
  count(step: LedgerStep): number;
  /** Each kind of error with its count. */
  errors(): ReadonlyMap<string, number>;
  /** What is missing of a complete run: customers whose request did not end. */
  missing(): string[];
}

/**
 * Opens an empty ledger. A complete request was acknowledged, routed or queued, answered, closed, and rated or left.
 */
export function openLedger(): Ledger {
  const steps = new Map<LedgerStep, Set<number>>(LEDGER_STEPS.map((step) => [step, new Set()]));
  const errors = new Map<string, number>();
  const customersOf = (step: LedgerStep) => steps.get(step) ?? new Set<number>();
  const lacking = (what: string, isDone: (customer: number) => boolean): string[] => {
    const customers = [...customersOf("sent")].filter((customer) => !isDone(customer));
    return customers.length === 0 ? [] : [`${customers.length} not ${what}`];
  };
  return {
    note: (customer, step) => void customersOf(step).add(customer),
    noteError: (what) => void errors.set(what, (errors.get(what) ?? 0) + 1),
    has: (customer, step) => customersOf(step).has(customer),
    count: (step) => customersOf(step).size,
    errors: () => errors,
    missing: () => [
      ...lacking("acknowledged", (customer) => customersOf("acknowledged").has(customer)),
      ...lacking(
        "routed or queued",
        (customer) => customersOf("routed").has(customer) || customersOf("queued").has(customer),
      ),
      ...lacking("answered", (customer) => customersOf("answered").has(customer)),
      ...lacking("closed", (customer) => customersOf("closed").has(customer)),
      ...lacking("rated", (customer) => customersOf("rated").has(customer) || customersOf("left").has(customer)),
    ],
  };
}
