import { endUnseenDuties } from "../availability/endUnseenDuties";
import type { Deps } from "../deps";

/** The job worker's cron cannot run anything more often than once a minute. */
const SWEEP_EVERY_MS = 10_000;

/** Takes reps off duty who are not seen any more, until it is closed. Several processes may sweep at the same time. */
export function openDutySweep(deps: Deps): { close(): void } {
  let isSweeping = false;
  const sweep = async () => {
    if (isSweeping) return;
    isSweeping = true;
    try {
      await endUnseenDuties(deps);
    } catch (error) {
      deps.log.warn({ err: error }, "duty sweep failed");
    } finally {
      isSweeping = false;
    }
  };
  const timer = setInterval(() => void sweep(), SWEEP_EVERY_MS);
  timer.unref();
  return { close: () => clearInterval(timer) };
}
