import { runTraffic } from "./runTraffic";
import { trafficOptions } from "./trafficOptions";

const stopped = new AbortController();

/** npm passes a Ctrl-C on, beside the terminal: two in the same moment are one wish. */
const ONE_WISH_MS = 500;
let askedAtMs: number | undefined;

/** The first Ctrl-C asks for an end, the second one ends at once. */
process.on("SIGINT", () => {
  const nowMs = performance.now();
  if (askedAtMs !== undefined && nowMs - askedAtMs > ONE_WISH_MS) process.exit(130);
  if (askedAtMs !== undefined) return;
  askedAtMs = nowMs;
  console.log("\nNobody new comes; what was begun is ended.");
  stopped.abort();
});

try {
  const isWell = await runTraffic(trafficOptions(process.argv.slice(2)), stopped.signal);
  process.exitCode = isWell ? 0 : 1;
} catch (error) {
  const isForeseen = error instanceof Error && "isForeseen" in error;
  console.error(isForeseen ? error.message : error);
  process.exitCode = 1;
}
