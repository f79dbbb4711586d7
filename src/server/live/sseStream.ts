import type { IncomingMessage, ServerResponse } from "node:http";
import superjson from "superjson";

/** Shorter than the idle limit of common proxies. */
const BEAT_EVERY_MS = 10_000;
/** A stream with this much unread output is ended. Its reader comes back and resumes. */
const UNREAD_BYTES_MAX = 1_000_000;
const RETRY_MS = 1_000;

export type SseStream = {
  send(frame: { id?: string; event: string; data: string }): void;
  end(): void;
};

/** A sign of life, which says how often it comes. A page that misses three knows that the connection is dead. */
const BEAT = `event: beat\ndata: ${frameData({ type: "beat", everyMs: BEAT_EVERY_MS })}\n\n`;

/**
 * Opens a stream of server-sent events on a response. It beats regularly. `on.end` runs once, whichever side ends it.
 */
export function openSseStream(request: IncomingMessage, response: ServerResponse, on: { end(): void }): SseStream {
  response.writeHead(200, {
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "private, no-store, no-transform",
    "x-accel-buffering": "no",
    connection: "keep-alive",
  });
  response.socket?.setNoDelay(true);
  let isOpen = true;
  const write = (text: string) => {
    if (!isOpen) return;
    response.write(text);
    if (response.writableLength > UNREAD_BYTES_MAX) response.destroy();
  };
  const heartbeat = setInterval(() => write(BEAT), BEAT_EVERY_MS);
  heartbeat.unref();
  // Listen for the close of the response, because a request that was read to its end never closes.
  const close = () => {
    isOpen = false;
    clearInterval(heartbeat);
    on.end();
  };
  // If the reader has left already, its close event is over.
  if (response.destroyed) close();
  else response.once("close", close);
  request.socket.setTimeout(0);
  write(`retry: ${RETRY_MS}\n\n${BEAT}`);
  return {
    send({ id, event, data }) {
      write(`${id === undefined ? "" : `id: ${id}\n`}event: ${event}\ndata: ${data}\n\n`);
    },
    end() {
      isOpen = false;
      response.end();
    },
  };
}

/** An event as a frame carries it. Dates stay dates for the reader. */
export function frameData(event: unknown): string {
  return superjson.stringify(event);
}
