import { setTimeout as pause } from "node:timers/promises";
import type { Kept, KeptRunning } from "./keepRunning";
import { waitUntil } from "./waitUntil";

const TRIES_MAX = 3;
/** What a process that ended broke may be heard of before its end is. */
const END_HEARD_WITHIN_MS = 1_000;
const BACK_WITHIN_MS = 60_000;

/**
 * Does work that needs a kept process, and does it again where that process ended in the middle of it and is back. The
 * work must bear to be begun anew.
 */
export async function outlivingRestarts<Result>(
  kept: Pick<KeptRunning<Kept>, "present">,
  work: () => Promise<Result>,
): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    const before = kept.present();
    try {
      return await work();
    } catch (error) {
      if (tries === TRIES_MAX || !(await isReplaced(kept, before))) throw error;
    }
  }
}

async function isReplaced(kept: Pick<KeptRunning<Kept>, "present">, before: Kept): Promise<boolean> {
  const hasEnded = await Promise.race([before.ended.then(() => true), pause(END_HEARD_WITHIN_MS, false)]);
  return hasEnded && (await waitUntil(() => kept.present() !== before, BACK_WITHIN_MS));
}
