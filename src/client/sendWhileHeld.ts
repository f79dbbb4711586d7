import type { LiveStore } from "./live/createLiveStore";
import { sessionAfter } from "./me/viewerLink";

/**
 * Sends what the viewer wrote. If the session is over or somebody else's by then, waits until the viewer is back and
 * sends it again. Throws every other error.
 */
export async function sendWhileHeld<Result>(
  store: Pick<LiveStore, "status" | "subscribe">,
  send: () => Promise<Result>,
): Promise<Result> {
  for (;;) {
    try {
      return await send();
    } catch (error) {
      if (sessionAfter(error) === null) throw error;
      await untilHeld(store);
    }
  }
}

function untilHeld({ status, subscribe }: Pick<LiveStore, "status" | "subscribe">): Promise<void> {
  const isHeld = () => status().session.state === "held";
  if (isHeld()) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = subscribe(() => {
      if (!isHeld()) return;
      stop();
      resolve();
    });
  });
}
