import { percentile } from "../report/percentile";
import type { LoadErrors, Throughput } from "./loadOrder";

const MICROSECONDS_PER_MS = 1_000;

/**
 * Lets each of `clients` clients repeat one action without a pause, and counts what they finish after the warm-up.
 *
 * @param once does the action once for a client, and resolves with whether it succeeded
 */
export async function closedLoop(
  { clients, warmUpMs, measureMs }: { clients: number; warmUpMs: number; measureMs: number },
  once: (client: number) => Promise<boolean>,
  errors: LoadErrors,
): Promise<Throughput> {
  const startMs = performance.now() + warmUpMs;
  const endMs = startMs + measureMs;
  const durationsMs: number[] = [];
  let doneCount = 0;
  let cpuAtStart = process.cpuUsage();
  setTimeout(() => {
    cpuAtStart = process.cpuUsage();
  }, warmUpMs);
  const loop = async (client: number) => {
    for (let beganMs = performance.now(); beganMs < endMs; ) {
      const isDone = await once(client);
      const doneMs = performance.now();
      doneCount += isDone ? 1 : 0;
      if (isDone && doneMs >= startMs && doneMs < endMs) durationsMs.push(doneMs - beganMs);
      beganMs = doneMs;
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, client) => loop(client)));
  const { user, system } = process.cpuUsage(cpuAtStart);
  return {
    doneCount,
    perSecond: (durationsMs.length * 1000) / measureMs,
    p50Ms: percentile(durationsMs, 0.5),
    p99Ms: percentile(durationsMs, 0.99),
    generatorCoreShare: (user + system) / MICROSECONDS_PER_MS / measureMs,
    errors,
  };
}
