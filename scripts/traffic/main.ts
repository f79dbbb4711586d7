import { runTraffic } from "./runTraffic";
import { trafficOptions } from "./trafficOptions";

const stopped = new AbortController();

/** The first Ctrl-C asks for an end, the second one ends at once. */
process.on("SIGINT", () => {
  if (stopped.signal.aborted) process.exit(130);
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
