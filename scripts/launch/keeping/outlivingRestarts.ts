import { setTimeout as pause } from "node:timers/promises";
import { waitUntil } from "../waitUntil";
import type { Kept, KeptRunning } from "./keepRunning";

const TRIES_MAX = 3;
/** The failure that an ended process caused may come earlier than the news of its end. */
const END_HEARD_WITHIN_MS = 1_000;
const BACK_WITHIN_MS = 60_000;

/**
 * Does work that needs a kept process. If that process ends during the work, it waits for the next process and does the
 * work again. The work must be safe to repeat.
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
