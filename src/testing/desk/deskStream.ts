import superjson from "superjson";
import type { RepEvent } from "@/contract/live/repEvent";

const BEAT_EVERY_MS = 10_000;

/** The browser's end of a stream of server-sent events, which a test opens, breaks and feeds with events. */
export class DeskStream extends EventTarget {
  static readonly CONNECTING = 0;
  static readonly OPEN = 1;
  static readonly CLOSED = 2;
  readyState: number = DeskStream.CONNECTING;
  onopen: (() => void) | null = null;
  onerror: (() => void) | null = null;
  #beating: ReturnType<typeof setInterval> | undefined;

  /** Accepts the stream, as the server does. Beats come from now on. */
  open(): void {
    if (this.readyState === DeskStream.CLOSED) return;
    this.readyState = DeskStream.OPEN;
    this.#beating = setInterval(() => this.#say("beat", "", { everyMs: BEAT_EVERY_MS }), BEAT_EVERY_MS);
    this.onopen?.();
  }

  /** Breaks the connection. A browser would reconnect by itself. */
  break(): void {
    if (this.readyState === DeskStream.CLOSED) return;
    clearInterval(this.#beating);
    this.readyState = DeskStream.CONNECTING;
    this.onerror?.();
  }

  /** Called by a page that no longer needs the stream. */
  close(): void {
    clearInterval(this.#beating);
    this.readyState = DeskStream.CLOSED;
  }

  /** Sends an event to the page; nothing if the stream is not open. */
  tell(position: string, event: RepEvent): void {
    if (this.readyState === DeskStream.OPEN) this.#say(event.type, position, event);
  }

  #say(type: string, lastEventId: string, told: unknown): void {
    this.dispatchEvent(new MessageEvent(type, { lastEventId, data: superjson.stringify(told) }));
  }
}
