import { z } from "zod";

/**
 * Codes of the network, and of a server that stops, starts, accepts nobody, has no room left, or is a standby that accepts
 * no writes yet.
 */
const CODES: ReadonlySet<string> = new Set([
  ...["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH"],
  ...["EHOSTDOWN", "ENETDOWN", "ENETUNREACH", "ECONNABORTED", "ERR_STREAM_DESTROYED", "ERR_STREAM_WRITE_AFTER_END"],
  ...["57P01", "57P02", "57P03", "57P04", "57P05", "53100", "53200", "53300", "53400", "58000", "58030", "25006"],
  ...["08000", "08001", "08003", "08004", "08006", "08P01"],
  // Prisma's own codes: not reached, silent, closed, and no connection left.
  ...["P1001", "P1008", "P1017", "P2037"],
]);
/** The driver throws these errors without a code. */
const MESSAGES =
  /^Connection terminated|^timeout exceeded when trying to connect|not queryable|not currently accepting connections|^Cannot use a pool after calling end/;
/** A statement that waited too long, for instance for a lock; no lock was to be had; Prisma began no transaction in time. */
const BUSY_CODES: ReadonlySet<string> = new Set(["57014", "55P03", "P2028"]);
const CAUSES_MAX = 5;

/** Whether an error says that the database cannot be reached now. The same call may succeed a moment later. */
export function isDatabaseAway(error: unknown): boolean {
  return causesOf(error).some(
    (cause) =>
      codesOf(cause).some((code) => CODES.has(code)) ||
      MESSAGES.test(cause.message) ||
      isSocketGone(cause) ||
      (cause instanceof AggregateError && cause.errors.some(isDatabaseAway)),
  );
}

/** Whether the database answers others, but could not do this in time. The same call may succeed a moment later. */
export function isDatabaseBusy(error: unknown): boolean {
  return causesOf(error).some((cause) => codesOf(cause).some((code) => BUSY_CODES.has(code)));
}

/** An error and what caused it, the outermost first. */
function causesOf(error: unknown): Error[] {
  const causes: Error[] = [];
  for (let cause = error; cause instanceof Error && causes.length < CAUSES_MAX; cause = cause.cause) causes.push(cause);
  return causes;
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
