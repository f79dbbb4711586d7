import { createParser } from "eventsource-parser";
import superjson from "superjson";
import { waitFor } from "../world/waitFor";

export type Frame = { id: string | undefined; event: string; data: Record<string, unknown> };

export type TestStream = {
  readonly status: number;
  /** All frames so far, without beats. */
  readonly frames: readonly Frame[];
  /** Waits, ten seconds at most, for a frame for which `is` holds. */
  hear(what: string, is: (frame: Frame) => boolean): Promise<Frame>;
  /** Waits until the server ends the stream. */
  ended(withinMs?: number): Promise<void>;
  close(): void;
};

/** Opens a live stream as a browser does, and keeps its frames. */
export async function openStream(url: string, headers: Record<string, string> = {}): Promise<TestStream> {
  const abort = new AbortController();
  const response = await fetch(url, { headers, signal: abort.signal });
  const frames: Frame[] = [];
  let isEnded = response.status !== 200;
  const parser = createParser({
    onEvent({ id, event = "", data }) {
      if (event !== "beat") frames.push({ id, event, data: superjson.parse(data) });
    },
  });
  void (async () => {
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) parser.feed(decoder.decode(chunk, { stream: true }));
  })()
    .catch(() => undefined)
    .finally(() => {
      isEnded = true;
    });
  return {
    status: response.status,
    frames,
    hear: (what, is) => waitFor(what, () => frames.find(is)),
    ended: async (withinMs) => void (await waitFor("the stream ends", () => isEnded || undefined, withinMs)),
    close: () => abort.abort(),
  };
}
