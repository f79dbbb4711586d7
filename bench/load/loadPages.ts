import { percentile } from "../report/percentile";
import type { Pages, PagesOrder } from "./loadOrder";
import { openCaller } from "./openCaller";

/** Measures how long pages take, one call at a time, as for somebody alone at the desk. */
export async function loadPages({ url, rounds, warmUpRounds, pages }: PagesOrder): Promise<Pages> {
  const caller = openCaller(url);
  const times = pages.map(({ name }) => ({ name, durationsMs: [] as number[], bytes: 0 }));
  for (let round = -warmUpRounds; round < rounds; round += 1) {
    for (const [index, { path, cookies }] of pages.entries()) {
      const cookie = cookies[(round + warmUpRounds) % cookies.length] ?? "";
      const beganMs = performance.now();
      const text = await caller.get(path, { cookie });
      const time = times[index];
      if (text === null || round < 0 || !time) continue;
      time.durationsMs.push(performance.now() - beganMs);
      time.bytes = Math.max(time.bytes, text.length);
    }
  }
  return {
    pages: times.map(({ name, durationsMs, bytes }) => ({
      name,
      p50Ms: percentile(durationsMs, 0.5),
      p95Ms: percentile(durationsMs, 0.95),
      bytes,
    })),
    errors: caller.errors,
  };
}
