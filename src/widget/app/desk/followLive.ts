import { createParser } from "eventsource-parser";
import type { CustomerEvent } from "@/contract/views/customerViews";
import type { Desk } from "./desk";
import { streamRetryDelayMs } from "./retryDelays";
import { revived } from "./revived";

/** The interval of beats until the first one says it. */
const BEAT_EVERY_MS = 10_000;
/** A connection is dead after so many missed beats. */
const BEATS_MISSED_MAX = 3;
/** When the page is looked at again, a beat that is later than this share of the interval restarts the stream. */
const LATE_MAX = 0.5;

/** A stream that is followed. */
export type Following = {
  stop: () => void;
  /** Restarts the stream if a beat is overdue, as after the device slept, or in any case if `isSure`. */
  check: (isSure: boolean) => void;
};

export type LiveListener = {
  onEvent: (event: CustomerEvent, position: string | null) => void;
  onConnection: (connection: "live" | "reconnecting" | "away") => void;
  /** The desk does not know this customer (any more). Following goes on until it is stopped. */
  onRefused: () => void;
};

/** Follows the customer's stream from position `from` until it is stopped. After a break it resumes where it was. */
export function followLive(desk: Desk, from: string, listener: LiveListener): Following {
  const stop = new AbortController();
  const stream = { position: from, tab: newTab(), everyMs: BEAT_EVERY_MS, heardAtMs: Date.now(), breakOff: () => {} };
  void keepFollowing(desk, stream, listener, stop.signal);
  return {
    stop: () => stop.abort(),
    check(isSure) {
      if (isSure || Date.now() - stream.heardAtMs > (1 + LATE_MAX) * stream.everyMs) stream.breakOff();
    },
  };
}

type Stream = { position: string; tab: string; everyMs: number; heardAtMs: number; breakOff: () => void };

/** A random name, by which the desk knows that a new stream replaces an earlier one. */
function newTab(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(36)).join("");
}

async function keepFollowing(desk: Desk, stream: Stream, listener: LiveListener, stopped: AbortSignal): Promise<void> {
  let failures = 0;
  while (!stopped.aborted) {
    const outcome = await followOnce(desk, stream, listener, stopped);
    if (stopped.aborted) return;
    if (outcome === "refused") listener.onRefused();
    failures = outcome === "broken" ? 1 : failures + 1;
    listener.onConnection(outcome === "away" ? "away" : "reconnecting");
    await waitMs(streamRetryDelayMs(failures, Math.random()), stopped);
  }
}

type Outcome = "refused" | "unreachable" | "away" | "broken";

async function followOnce(desk: Desk, stream: Stream, listener: LiveListener, stopped: AbortSignal): Promise<Outcome> {
  const attempt = new AbortController();
  const abort = () => attempt.abort();
  stopped.addEventListener("abort", abort);
  stream.breakOff = abort;
  stream.heardAtMs = Date.now();
  // The desk should answer an opening within the time of one beat.
  let silence = setTimeout(abort, stream.everyMs);
  let outcome: Outcome = "unreachable";
  try {
    const response = await desk.live(stream.position, stream.tab, attempt.signal);
    if (response.status === 401) return "refused";
    if (response.status === 503) return "away";
    if (!response.ok || !response.body) return outcome;
    outcome = "broken";
    listener.onConnection("live");
    const parser = createParser({
      onEvent: ({ id, event, data }) => {
        const told = JSON.parse(data);
        if (event === "beat") stream.everyMs = told.json.everyMs;
        else {
          if (id) stream.position = id;
          listener.onEvent(revived<CustomerEvent>(told), id ?? null);
        }
      },
    });
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      parser.feed(read.value);
      stream.heardAtMs = Date.now();
      clearTimeout(silence);
      silence = setTimeout(abort, BEATS_MISSED_MAX * stream.everyMs);
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

/** Waits for `delayMs`, or until the network is back or following is stopped. */
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
