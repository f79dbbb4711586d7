import { dueEntries, nextWakeAtMs, retryDelayMs } from "./dueEntries";
import type { KeptOutbox } from "./keptOutbox";
import { NUMBER_TAKEN, type Outbox, type OutboxAction, type OutboxEntry, outboxAfter } from "./outbox";

/** The most entries that the outbox holds; `queue` refuses more. */
export const OUTBOX_ENTRIES_MAX = 200;

export type OutboxDeps = {
  /** Resolves once the message is committed; rejects otherwise. */
  post: (entry: OutboxEntry) => Promise<void>;
  /** The error code of a refusal that a retry cannot change; null for an error that may pass. */
  refusalOf: (error: unknown) => string | null;
  /** How long the server asked to wait before the next try, in ms; 0 if it did not ask. */
  toldWaitMs: (error: unknown) => number;
  kept: KeptOutbox;
  nowMs: () => number;
  newId: () => string;
  /** From 0 to 1. */
  jitter: () => number;
};

/** What happened to a message; `code` says why it was refused. */
export type OutboxEvent = { type: "queued" } | { type: "sent" } | { type: "refused"; code: string };
export type OutboxListener = (entry: OutboxEntry, event: OutboxEvent) => void;

/** Sends messages, in order within each interaction, until each is acknowledged or refused. React can observe it. */
export type OutboxStore = {
  subscribe: (listener: () => void) => () => void;
  current: () => Outbox;
  isFull: () => boolean;
  /** Loads the entries that an earlier page kept. */
  restore: () => Promise<void>;
  /** False when the outbox is full. */
  queue: (entry: OutboxEntry) => boolean;
  retry: (clientId: string) => void;
  /** Removes an entry, to delete or to edit it. */
  remove: (clientId: string) => void;
  /** Tries all waiting entries at once, as after coming back online. */
  hurry: () => void;
  echoed: (clientIds: ReadonlySet<string>) => void;
  /** Calls `listener` with every event from now on. Returns how to stop. */
  onEvent: (listener: OutboxListener) => () => void;
  stop: () => void;
};

/** An empty outbox. It starts to send at the first `queue` or `restore`. */
export function createOutboxStore(deps: OutboxDeps): OutboxStore {
  const loop = new OutboxLoop(deps);
  return {
    subscribe: loop.subscribe,
    current: () => loop.outbox,
    isFull: () => loop.outbox.length >= OUTBOX_ENTRIES_MAX,
    async restore() {
      loop.apply({ type: "restored", entries: await deps.kept.all() });
    },
    queue(entry) {
      if (loop.outbox.length >= OUTBOX_ENTRIES_MAX) return false;
      loop.tell(entry, { type: "queued" });
      loop.apply({ type: "queued", entry });
      return true;
    },
    retry(clientId) {
      const isTaken = loop.outbox.find((entry) => entry.clientId === clientId)?.refusal === NUMBER_TAKEN;
      loop.apply(isTaken ? { type: "renumbered", clientId, newClientId: deps.newId() } : { type: "retried", clientId });
    },
    remove: (clientId) => loop.apply({ type: "deleted", clientId }),
    hurry: () => loop.apply({ type: "hurried" }),
    echoed: (clientIds) => loop.apply({ type: "echoed", clientIds }),
    onEvent: loop.onEvent,
    stop: () => loop.stop(),
  };
}

class OutboxLoop {
  outbox: Outbox = [];
  readonly #deps: OutboxDeps;
  readonly #listeners = new Set<() => void>();
  readonly #eventListeners = new Set<OutboxListener>();
  #wake: ReturnType<typeof setTimeout> | null = null;
  /** The server asked for no tries before this instant; `hurry` and `retry` obey it, too. */
  #askedToWaitUntilMs = 0;

  constructor(deps: OutboxDeps) {
    this.#deps = deps;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly onEvent = (listener: OutboxListener): (() => void) => {
    this.#eventListeners.add(listener);
    return () => this.#eventListeners.delete(listener);
  };

  apply(action: OutboxAction): void {
    const before = this.outbox;
    this.outbox = outboxAfter(before, action);
    if (this.outbox === before) return;
    this.#keepChanges(before);
    for (const listener of this.#listeners) listener();
    this.#sendDue();
  }

  stop(): void {
    if (this.#wake !== null) clearTimeout(this.#wake);
    this.#wake = null;
  }

  #sendDue(): void {
    this.stop();
    const nowMs = this.#deps.nowMs();
    const [due] = nowMs < this.#askedToWaitUntilMs ? [] : dueEntries(this.outbox, nowMs);
    // Starting it is a change, and every change looks for the next due entry. So none is sent twice.
    if (due) return void this.#send(due);
    const wakeAtMs = nextWakeAtMs(this.outbox);
    if (wakeAtMs === null) return;
    this.#wake = setTimeout(() => this.#sendDue(), Math.max(0, wakeAtMs - nowMs, this.#askedToWaitUntilMs - nowMs));
  }

  async #send(entry: OutboxEntry): Promise<void> {
    const { clientId } = entry;
    this.apply({ type: "started", clientId });
    try {
      await this.#deps.post(entry);
      this.apply({ type: "acknowledged", clientId });
      this.tell(entry, { type: "sent" });
    } catch (error) {
      const code = this.#deps.refusalOf(error);
      const waitMs = this.#deps.toldWaitMs(error);
      if (waitMs > 0) this.#askedToWaitUntilMs = this.#deps.nowMs() + waitMs;
      const delayMs = Math.max(waitMs, retryDelayMs(entry.attempts + 1, this.#deps.jitter()));
      this.apply(
        code === null
          ? { type: "unanswered", clientId, nextAttemptAtMs: this.#deps.nowMs() + delayMs }
          : { type: "refused", clientId, code },
      );
      if (code !== null) this.tell(entry, { type: "refused", code });
    }
  }

  tell(entry: OutboxEntry, event: OutboxEvent): void {
    for (const listener of this.#eventListeners) listener(entry, event);
  }

  /** Keeps entries in the browser until the server has acknowledged them. */
  #keepChanges(before: Outbox): void {
    const unsent = new Map(this.outbox.flatMap((entry) => (entry.status === "sent" ? [] : [[entry.clientId, entry]])));
    for (const entry of unsent.values()) {
      if (!before.includes(entry)) void this.#deps.kept.keep(entry);
    }
    for (const { clientId, status } of before) {
      if (status !== "sent" && !unsent.has(clientId)) void this.#deps.kept.forget(clientId);
    }
  }
}
