import { setTimeout as pause } from "node:timers/promises";
import { EventSourceParserStream } from "eventsource-parser/stream";
import superjson from "superjson";
import type { CustomerEvent } from "@/contract/views/customerViews";

/** The stream of one customer, and the position from which to read it. */
export interface CustomerStream {
  readonly url: string;
  readonly key: string;
  readonly token: string;
  readonly from: string;
}

const RECONNECT_AFTER_MS = 500;
const RECONNECTS_MAX = 20;

/**
 * Yields the events of a customer's stream, in order and across lost connections, until the signal aborts. It throws
 * when the stream could not be opened 21 times in a row.
 */
export async function* customerEvents(stream: CustomerStream, signal: AbortSignal): AsyncGenerator<CustomerEvent> {
  const place = { from: stream.from, failuresInARow: 0 };
  while (!signal.aborted) {
    yield* oneConnection(stream, place, signal);
    await pause(RECONNECT_AFTER_MS, undefined, { signal }).catch(() => undefined);
  }
}

/** Yields the events of one connection. `place` keeps the position for the next one. */
async function* oneConnection(
  stream: CustomerStream,
  place: { from: string; failuresInARow: number },
  signal: AbortSignal,
): AsyncGenerator<CustomerEvent> {
  try {
    for await (const frame of frames({ ...stream, from: place.from }, signal)) {
      place.failuresInARow = 0;
      place.from = frame.id ?? place.from;
      yield superjson.parse<CustomerEvent>(frame.data);
    }
  } catch (error) {
    place.failuresInARow += 1;
    if (!signal.aborted && place.failuresInARow > RECONNECTS_MAX) throw error;
  }
}

async function* frames({ url, key, token, from }: CustomerStream, signal: AbortSignal) {
  const query = new URLSearchParams({ key, from });
  const response = await fetch(`${url}/api/customer/live?${query}`, {
    headers: { authorization: `Visitor ${token}`, accept: "text/event-stream" },
    signal,
  });
  if (!response.ok || response.body === null) throw new Error(`The stream answered ${response.status}`);
  const events = response.body.pipeThrough(new TextDecoderStream()).pipeThrough(new EventSourceParserStream());
  for await (const event of events) yield event;
}
