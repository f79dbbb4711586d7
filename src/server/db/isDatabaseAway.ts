import { z } from "zod";

/**
 * Codes of the network, and of a server that stops, starts, accepts nobody, has no room left, or is a standby that accepts
 * no writes yet.
 */
const CODES: ReadonlySet<string> = new Set([
  ...["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH"],
  ...["EHOSTDOWN", "ENETDOWN", "ENETUNREACH", "ECONNABORTED"],
  ...["57P01", "57P02", "57P03", "57P04", "57P05", "53100", "53200", "53300", "53400", "58000", "58030", "25006"],
  ...["08000", "08001", "08003", "08004", "08006", "08P01"],
  // Prisma's own codes: not reached, silent, closed, and no connection left.
  ...["P1001", "P1008", "P1017", "P2037"],
]);
/** The driver throws these errors without a code. */
const MESSAGES =
  /^Connection terminated|^timeout exceeded when trying to connect|not queryable|not currently accepting connections|^Cannot use a pool after calling end/;
const CAUSES_MAX = 5;

/** Whether an error says that the database cannot be reached now. The same call may succeed a moment later. */
export function isDatabaseAway(error: unknown): boolean {
  let cause = error;
  for (let depth = 0; depth < CAUSES_MAX && cause instanceof Error; depth += 1) {
    if (codesOf(cause).some((code) => CODES.has(code))) return true;
    if (MESSAGES.test(cause.message) || isSocketGone(cause)) return true;
    if (cause instanceof AggregateError && cause.errors.some(isDatabaseAway)) return true;
    cause = cause.cause;
  }
  return false;
}

/** The socket file of a server on the same machine exists only while the server runs. Prisma keeps only the message. */
function isSocketGone(error: Error): boolean {
  if (!("code" in error) || error.code !== "ENOENT") return false;
  return "syscall" in error ? error.syscall === "connect" : /connect ENOENT/.test(error.message);
}

/** The error's own code, and PostgreSQL's code if a Prisma error holds one. */
function codesOf(error: Error): string[] {
  const within = PrismaError.safeParse(error).data?.meta.driverAdapterError.cause.originalCode ?? "";
  return ["code" in error ? String(error.code) : "", within];
}

const PrismaError = z.object({
  meta: z.object({ driverAdapterError: z.object({ cause: z.object({ originalCode: z.string() }) }) }),
});
