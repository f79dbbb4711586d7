import type { CommandCall } from "../launch/command";
import { runningServerPort } from "../launch/launcherLock.mjs";
import { runTraffic } from "../traffic/runTraffic";
import { serverToPlay } from "../traffic/serverToPlay";
import { trafficOptions } from "../traffic/trafficOptions";

/** npm passes a Ctrl-C on, and so does the terminal: two of the same moment are one request. */
const ONE_WISH_MS = 500;

/** `npm run traffic`: plays customers and reps into the server that this clone runs, or into the named one. */
export default async function traffic({ arguments: words }: CommandCall): Promise<number> {
  const options = trafficOptions(words);
  const url = await serverToPlay({ url: options.url, askedPort: process.env.PORT, runningPort: runningServerPort() });
  console.log(`Playing into ${url}.`);
  return (await runTraffic({ ...options, url }, untilInterrupted())) ? 0 : 1;
}

/** Aborts at the first Ctrl-C. The second one ends the process at once. */
function untilInterrupted(): AbortSignal {
  const stopped = new AbortController();
  let askedAtMs: number | undefined;
  process.on("SIGINT", () => {
    const nowMs = performance.now();
    if (askedAtMs !== undefined && nowMs - askedAtMs > ONE_WISH_MS) process.exit(130);
    if (askedAtMs !== undefined) return;
    askedAtMs = nowMs;
    console.log("\nNobody new comes; what was begun is ended.");
    stopped.abort();
  });
  return stopped.signal;
}
