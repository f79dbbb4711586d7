import { createParser } from "eventsource-parser";

type Listener = (event: { data: string; lastEventId: string }) => void;

const RETRY_AFTER_MS = 1_000;

/** An `EventSource` as in a page, for the addresses of one server and with the page's headers. */
export function eventSourceOf(serverUrl: string, headers: Record<string, string>) {
  return class PlayedEventSource {
    static readonly CLOSED = 2;
    readyState = 0;
    onopen: () => void = () => undefined;
    onerror: () => void = () => undefined;
    readonly #listeners = new Map<string, Listener>();
    readonly #closed = new AbortController();
    #lastEventId = "";

    constructor(readonly address: string) {
      void this.#open();
    }
    addEventListener(type: string, listener: Listener) {
      this.#listeners.set(type, listener);
    }
    close() {
      this.readyState = 2;
      this.#closed.abort();
    }

    async #open(): Promise<void> {
      const { signal } = this.#closed;
      const resumed = this.#lastEventId === "" ? {} : { "last-event-id": this.#lastEventId };
      try {
        const response = await fetch(serverUrl + this.address, { headers: { ...headers, ...resumed }, signal });
        if (!response.ok) this.readyState = 2;
        else await this.#read(response);
      } catch {
        // The stream was closed or broke off.
      }
      if (signal.aborted) return;
      this.onerror();
      if (this.readyState === 2) return;
      this.readyState = 0;
      setTimeout(() => void (signal.aborted || this.#open()), RETRY_AFTER_MS);
    }

    async #read(response: Response): Promise<void> {
      this.readyState = 1;
      this.onopen();
      const parser = createParser({
        onEvent: ({ id, event = "message", data }) => {
          this.#lastEventId = id ?? this.#lastEventId;
          this.#listeners.get(event)?.({ data, lastEventId: this.#lastEventId });
        },
      });
      const decoder = new TextDecoder();
      for await (const bytes of response.body ?? []) parser.feed(decoder.decode(bytes, { stream: true }));
    }
  };
}
