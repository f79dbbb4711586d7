/** Raised when a calendar has no more open hours ahead to hold an SLA target: a fault in the calendar, not in the request. */
export class SlaCalendarExhausted extends Error {
  readonly code = "sla_calendar_exhausted";

  constructor(readonly facts: { startedAtMs: number; budgetMs: number; remainingMs: number }) {
    super("sla_calendar_exhausted");
    this.name = "SlaCalendarExhausted";
  }
}
