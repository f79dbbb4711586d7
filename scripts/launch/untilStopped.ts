const STOP_SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Why a run ends: a person or the system asked for it, or something that it needs is lost. */
export type Ending = { readonly kind: "asked" } | { readonly kind: "lost"; readonly what: string };

/** Waits for Ctrl-C or another request to stop, or for one of `losses`. A second request calls `onSecondRequest`. */
export function untilStopped(losses: readonly Promise<string>[], onSecondRequest: () => void): Promise<Ending> {
  return new Promise((resolve) => {
    let requests = 0;
    const request = () => {
      requests += 1;
      if (requests === 1) resolve({ kind: "asked" });
      // npm passes a Ctrl-C on, and so does the terminal: two of the same moment are one request.
      if (requests > 2) onSecondRequest();
    };
    for (const signal of STOP_SIGNALS) process.on(signal, request);
    for (const loss of losses) loss.then((what) => resolve({ kind: "lost", what }));
  });
}

/**
 * Until the returned function is called, a request to stop runs `stopInOrder` and ends this process. Use it while
 * something already runs and nothing waits for the end yet.
 */
export function onEarlyStop(stopInOrder: () => Promise<void>): () => void {
  const stop = () => {
    console.log("\nStopping …");
    void stopInOrder().finally(() => process.exit(1));
  };
  for (const signal of STOP_SIGNALS) process.once(signal, stop);
  return () => {
    for (const signal of STOP_SIGNALS) process.off(signal, stop);
  };
}
