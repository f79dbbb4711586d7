/** A failure whose message tells a person everything. scripts/run.mjs shows it without a stack trace. */
export class ForeseenFailure extends Error {
  readonly isForeseen = true;
}
