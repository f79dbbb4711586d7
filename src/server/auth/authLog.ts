import type { LoggerInstance } from "next-auth";
import { processDeps } from "../processDeps";

/** An invalid cookie is its sender's fault, or was made with another secret: nothing of ours broke. */
const OF_CALLERS: readonly string[] = ["JWT_SESSION_ERROR"];

/** Writes the messages of next-auth into the log of the process, one structured line each. */
export const authLog: Partial<LoggerInstance> = {
  error(code, metadata) {
    const { log } = processDeps().deps;
    if (OF_CALLERS.includes(code)) log.debug({ auth: code }, "a session cookie does not hold");
    else log.error({ auth: code, err: causeOf(metadata) }, "signing in or out failed");
  },
  warn: (code) => processDeps().deps.log.warn({ auth: code }, "next-auth warns"),
  debug: () => undefined,
};

function causeOf(metadata: Error | { error: Error }): Error {
  return metadata instanceof Error ? metadata : metadata.error;
}
