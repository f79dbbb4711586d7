import { createParser } from "eventsource-parser";
import type { CustomerEvent } from "@/domain/views/customerViews";
import type { Desk } from "./desk";
import { streamRetryDelayMs } from "./retryDelays";
import { revived } from "./revived";

/** The desk sends a sign of life each 15 s; three missed ones mean a dead connection. */
const SILENCE_MAX_MS = 45_000;

export type LiveListener = {
  onEvent: (event: CustomerEvent, position: string | null) => void;
  onConnection: (connection: "live" | "reconnecting") => void;
  /** The desk does not know this customer (any more). The following goes on until it is stopped. */
  onRefused: () => void;
};

/** Follows the customer's stream from `from` on, resuming at the last position after every break, until the answer is called. */
export function followLive(desk: Desk, from: string, listener: LiveListener): () => void {
  const stop = new AbortController();
  void keepFollowing(desk, from, listener, stop.signal);
  return () => stop.abort();
}

async function keepFollowing(desk: Desk, from: string, listener: LiveListener, stopped: AbortSignal): Promise<void> {
  const place = { position: from };
  let failures = 0;
  while (!stopped.aborted) {
    const outcome = await followOnce(desk, place, listener, stopped);
    if (stopped.aborted) return;
    if (outcome === "refused") listener.onRefused();
    failures = outcome === "broken" ? 1 : failures + 1;
    listener.onConnection("reconnecting");
    await waitMs(streamRetryDelayMs(failures, Math.random()), stopped);
  }
}

type Outcome = "refused" | "unreachable" | "broken";

async function followOnce(
  desk: Desk,
  place: { position: string },
  listener: LiveListener,
  stopped: AbortSignal,
): Promise<Outcome> {
  const attempt = new AbortController();
  const abort = () => attempt.abort();
  stopped.addEventListener("abort", abort);
  let silence = setTimeout(abort, SILENCE_MAX_MS);
  let outcome: Outcome = "unreachable";
  try {
    const response = await desk.live(place.position, attempt.signal);
    if (response.status === 401) return "refused";
    if (!response.ok || !response.body) return outcome;
    outcome = "broken";
    listener.onConnection("live");
    const parser = createParser({
      onEvent: ({ id, data }) => {
        if (id) place.position = id;
        listener.onEvent(revived<CustomerEvent>(JSON.parse(data)), id ?? null);
      },
    });
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      clearTimeout(silence);
      silence = setTimeout(abort, SILENCE_MAX_MS);
      parser.feed(read.value);
    }
    return outcome;
  } catch {
    return outcome;
  } finally {
    clearTimeout(silence);
    stopped.removeEventListener("abort", abort);
    attempt.abort();
  }
}

/** Waits, but not longer than until the network is back or the following is stopped. */
function waitMs(delayMs: number, stopped: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      removeEventListener("online", done);
      stopped.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, delayMs);
    addEventListener("online", done);
    stopped.addEventListener("abort", done);
  });
}
