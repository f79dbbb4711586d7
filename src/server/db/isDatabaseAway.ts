/** Of the network, of a server that stops, starts or takes nobody in. */
const CODES: ReadonlySet<string> = new Set([
  ...["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH"],
  ...["57P01", "57P02", "57P03", "53300", "08000", "08001", "08003", "08006"],
]);
/** The driver says these without a code. */
const MESSAGES =
  /^Connection terminated|^timeout exceeded when trying to connect|not queryable|^Cannot use a pool after calling end/;
const CAUSES_MAX = 5;

/** Whether an error says that the database cannot be reached now: the same may succeed a moment later. */
export function isDatabaseAway(error: unknown): boolean {
  let cause = error;
  for (let depth = 0; depth < CAUSES_MAX && cause instanceof Error; depth += 1) {
    if ("code" in cause && CODES.has(String(cause.code))) return true;
    if (MESSAGES.test(cause.message)) return true;
    if (cause instanceof AggregateError && cause.errors.some(isDatabaseAway)) return true;
    cause = cause.cause;
  }
  return false;
}
