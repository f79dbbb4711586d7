import type { Logger } from "pino";

/** While the database is frozen, its connections do not close, and nothing could be waited for. */
const STOP_WITHIN_MS = 8_000;

/** Stops the process in order when it is asked to, and at once if that takes too long. */
export function stopWhenAsked(stop: () => Promise<void>, log: Logger): void {
  let isStopping = false;
  const once = () => {
    if (isStopping) return;
    isStopping = true;
    log.info("stopping");
    setTimeout(() => {
      log.warn("stopping takes too long, as when the database does not answer: the process ends now");
      process.exit(1);
    }, STOP_WITHIN_MS).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, "the process did not stop cleanly");
        process.exit(1);
      },
    );
  };
  process.once("SIGINT", once);
  process.once("SIGTERM", once);
}
