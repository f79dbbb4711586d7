import { isVisible } from "@/domain/text/isVisible";
import type { Outgoing } from "../conversation/conversationState";
import { codeOf, isTransient, NUMBER_TAKEN, waitMsOf } from "../desk/refusal";
import { sendRetryDelayMs } from "../desk/retryDelays";
import type { ChatStore } from "./chatState";
import type { ChatSurroundings } from "./chatSurroundings";

/** The most messages that wait to be sent or to be shown as sent. */
export const OUTGOING_MAX = 50;
/** Much longer than an echo takes: the stream should have told of a taken message by then. */
const ECHO_WITHIN_MS = 4_000;

/** What the outbox asks of the chat. */
type OutboxHooks = {
  /** Begins a visit if the desk does not know the customer. */
  beginIfNew: () => Promise<void>;
  /** The shown visit is over; `outgoing` is still to be sent. */
  leave: (outgoing: readonly Outgoing[]) => void;
  /** The stream has not echoed a message that the desk took. */
  missEcho: () => void;
};

/** Keeps the customer's messages, and sends them in order until the desk has taken them or refused them for good. */
export class Outbox {
  private isSending = false;
  private wakeSender: () => void = () => undefined;
  /** Until when the desk asked to wait, in epoch ms. No message is sent before, whatever wakes the sender. */
  private askedToWaitUntilMs = 0;

  constructor(
    private readonly store: ChatStore,
    private readonly around: ChatSurroundings,
    private readonly hooks: OutboxHooks,
  ) {}

  /** Sends a message that waits for its next try at once, unless the desk asked to wait. */
  wake(): void {
    this.wakeSender();
  }

  /** Takes over the messages that an earlier page left. */
  takeUp(stored: readonly Outgoing[]): void {
    this.store.change({ type: "written", outgoing: stored });
    void this.sendAll();
  }

  /** Takes a message for sending; false if it is empty or too many are waiting already. */
  write(body: string, category: Outgoing["category"], isSomethingElse = false): boolean {
    const text = body.trim();
    if (!isVisible(text) || this.store.conversation.outgoing.length >= OUTGOING_MAX) return false;
    const outgoing: Outgoing = {
      clientId: this.around.newClientId(),
      body: text,
      category,
      isSomethingElse,
      writtenAtMs: this.around.nowMs(),
      delivery: "sending",
      refusal: null,
    };
    this.around.storage.keepOutgoing(outgoing);
    this.store.change({ type: "written", outgoing: [outgoing] });
    void this.sendAll();
    return true;
  }

  /** Tries again to send a message that was not sent. */
  retry(clientId: string): void {
    const refused = this.store.conversation.outgoing.find((each) => each.clientId === clientId);
    if (refused?.refusal === NUMBER_TAKEN) this.renumber(refused);
    else this.store.change({ type: "delivery", clientId, delivery: "sending" });
    void this.sendAll();
  }

  private renumber(refused: Outgoing): void {
    const renewed: Outgoing = {
      ...refused,
      clientId: this.around.newClientId(),
      delivery: "sending",
      refusal: null,
    };
    // Keep it under the new id before the old one is dropped, so that a page that ends in between loses nothing.
    this.around.storage.keepOutgoing(renewed);
    this.discard(refused.clientId);
    this.store.change({ type: "written", outgoing: [renewed] });
  }

  /** Drops a message that was not sent. */
  discard(clientId: string): void {
    this.around.storage.dropOutgoing(clientId);
    this.store.change({ type: "discarded", clientId });
  }

  /** Sends one message at a time, so that they arrive in the order of writing. */
  private async sendAll(): Promise<void> {
    this.wakeSender();
    if (this.isSending) return;
    this.isSending = true;
    for (let next = this.nextToSend(); next; next = this.nextToSend()) await this.send(next);
    this.isSending = false;
  }

  private nextToSend(): Outgoing | undefined {
    return this.waiting()[0];
  }

  private async send(outgoing: Outgoing): Promise<void> {
    const { clientId } = outgoing;
    for (let failures = 1; ; failures += 1) {
      const refusal = await this.tryToSend(outgoing);
      if (refusal === null) return;
      const delayMs = isTransient(refusal) ? sendRetryDelayMs(failures, refusal) : null;
      if (delayMs === null) return this.giveUp(outgoing, refusal);
      this.store.change({ type: "delivery", clientId, delivery: "retrying", refusal });
      await this.untilNextTry(outgoing, delayMs);
      if (!this.isOutgoing(clientId)) return;
    }
  }

  /** Waits for `delayMs` or until the sender is woken, but as long as the desk asked, unless the message is dropped. */
  private async untilNextTry({ clientId }: Outgoing, delayMs: number): Promise<void> {
    let leftMs = delayMs;
    do {
      const askedMs = this.askedToWaitUntilMs - this.around.nowMs();
      const woken = new Promise<void>((resolve) => (this.wakeSender = resolve));
      await Promise.race([this.around.wait(Math.max(leftMs, askedMs)), woken]);
      leftMs = 0;
    } while (this.askedToWaitUntilMs > this.around.nowMs() && this.isOutgoing(clientId));
  }

  private isOutgoing(clientId: string): boolean {
    return this.store.conversation.outgoing.some((each) => each.clientId === clientId);
  }

  /** Shows a message as not sent. One refused for good is kept as refused, so that no later page tries it again. */
  private giveUp(outgoing: Outgoing, refusal: string): void {
    const { clientId } = outgoing;
    if (!this.isOutgoing(clientId)) return;
    if (!isTransient(refusal)) this.around.storage.keepOutgoing({ ...outgoing, delivery: "not_sent", refusal });
    this.store.change({ type: "delivery", clientId, delivery: "not_sent", refusal });
  }

  /** Tries once. Null if the desk has the message or it was dropped meanwhile, else the code of the refusal. */
  private async tryToSend(outgoing: Outgoing): Promise<string | null> {
    try {
      await this.hooks.beginIfNew();
      const { clientId, body, category, isSomethingElse = false } = outgoing;
      if (!this.isWaiting(clientId)) return null;
      await this.around.desk.post({ clientId, body, categoryId: this.idOf(category), isSomethingElse });
      this.around.storage.dropOutgoing(outgoing.clientId);
      this.store.change({ type: "delivery", clientId: outgoing.clientId, delivery: "sent" });
      void this.expectEcho(clientId);
      return null;
    } catch (thrown) {
      const code = codeOf(thrown);
      this.askedToWaitUntilMs = this.around.nowMs() + waitMsOf(thrown);
      // The shown visit is over. It is cleared, and the next try begins another one with what waits to be sent.
      if (code !== "not_signed_in") return code;
      if (this.isWaiting(outgoing.clientId)) this.hooks.leave(this.waiting());
      return "unreachable";
    }
  }

  /** The stream echoes the customer's own messages. If an echo is missing, the stream is dead and must be restarted. */
  private async expectEcho(clientId: string): Promise<void> {
    await this.around.wait(ECHO_WITHIN_MS);
    if (this.isOutgoing(clientId)) this.hooks.missEcho();
  }

  private waiting(): Outgoing[] {
    const isWaiting = ({ delivery }: Outgoing) => delivery === "sending" || delivery === "retrying";
    return this.store.conversation.outgoing.filter(isWaiting);
  }

  private isWaiting(clientId: string): boolean {
    return this.waiting().some((each) => each.clientId === clientId);
  }

  /** The id of a picked category as the desk sealed it for this customer; null if it is no longer offered. */
  private idOf(category: Outgoing["category"]): string | null {
    const offered = this.store.conversation.offeredCategories;
    if (!category || offered.length === 0) return category?.id ?? null;
    return offered.find((each) => each.name === category.name)?.id ?? null;
  }
}
