/** A failure whose message is all that a person needs to read: scripts/run.mjs shows it without a stack trace. */
export class ForeseenFailure extends Error {
  readonly isForeseen = true;
}
