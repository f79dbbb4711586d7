import { createTicker } from "./createTicker";

/** The ticker that all clocks of this tab share. */
export const ticker = createTicker(() => Date.now());

if (typeof document !== "undefined") {
  document.addEventListener("visibilitychange", () => ticker.setHidden(document.hidden));
}
