import type { Calendar } from "./calendar";
import { openStretches, WINDOWS_AHEAD_DAYS_MAX } from "./openStretches";
import type { OpenWindow } from "./openWindow";
import { DAY_MS } from "./timetable";

/**
 * The open windows of a calendar from an instant on, lazily: ascending, with closed time between any two.
 * A window that is open at `fromMs` comes first; it begins at its opening, but two days back at most. The windows end
 * after `WINDOWS_AHEAD_DAYS_MAX` days, and so does one that is open at that time.
 *
 * @param untilMs epoch ms; windows that open then or later are left out
 */
export function* openWindows(
  calendar: Calendar,
  fromMs: number,
  untilMs: number = fromMs + WINDOWS_AHEAD_DAYS_MAX * DAY_MS,
): Generator<OpenWindow, void, undefined> {
  for (const window of joined(openStretches(calendar, fromMs - 2 * DAY_MS, untilMs))) {
    if (window.closesAtMs > fromMs) yield window;
  }
}

function* joined(stretches: Iterable<OpenWindow>): Generator<OpenWindow, void, undefined> {
  let window: OpenWindow | null = null;
  for (const stretch of stretches) {
    if (window && stretch.opensAtMs <= window.closesAtMs) {
      window = { opensAtMs: window.opensAtMs, closesAtMs: stretch.closesAtMs };
      continue;
    }
    if (window) yield window;
    window = stretch;
  }
  if (window) yield window;
}
