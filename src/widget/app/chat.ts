import { isVisible } from "@/domain/text/isVisible";
import type { CustomerEvent, CustomerRequest } from "@/domain/views/customerViews";
import {
  type ConversationChange,
  type ConversationState,
  conversationAfter,
  EMPTY_CONVERSATION,
  type Outgoing,
} from "./conversationState";
import type { Desk } from "./desk";
import type { Following } from "./followLive";
import type { FrameStorage } from "./frameStorage";
import { codeOf, isTransient, NUMBER_TAKEN, Refusal } from "./refusal";
import { sendRetryDelayMs } from "./retryDelays";

/** `new`: nobody the desk knows, so the greeting is shown. `unavailable`: the key or this page is refused for good. */
export type Phase = "loading" | "failed" | "unavailable" | "new" | "known";
export type Connection = "live" | "reconnecting" | "offline";
export type ChatState = {
  phase: Phase;
  connection: Connection;
  earlier: "idle" | "loading" | "failed";
  /** Counts the visitors of this tab: what one of them has begun to write is not for the next. */
  visit: number;
  conversation: ConversationState;
};

export type ChatSurroundings = {
  desk: Desk;
  storage: FrameStorage;
  follow: (from: string, listener: ChatFollower) => Following;
  /** Sets the fallback credential for the calls from now on. */
  setToken: (token: string | null) => void;
  nowMs: () => number;
  newClientId: () => string;
  /** Resolves after `delayMs`, or earlier when the network is back. */
  wait: (delayMs: number) => Promise<void>;
  onChange: (state: ChatState) => void;
  onNews: (news: { type: "message" | "conversationStarted" | "ratingRequested"; name: string }) => void;
};

export type ChatFollower = {
  onEvent: (event: CustomerEvent, position: string | null) => void;
  onConnection: (connection: "live" | "reconnecting") => void;
  onRefused: () => void;
};

const OUTGOING_MAX = 50;
const TYPING_EVERY_MS = 3_000;
/** Far more than it takes until the stream tells of a message that the desk has taken. */
const ECHO_WITHIN_MS = 4_000;

/** The customer's side of one conversation: keeps the state, speaks with the desk, and loses nothing that was written. */
export class Chat {
  state: ChatState = {
    phase: "loading",
    connection: "live",
    earlier: "idle",
    visit: 0,
    conversation: EMPTY_CONVERSATION,
  };
  private following: Following | null = null;
  private position = "";
  private isSending = false;
  private lastTypingAtMs = Number.NEGATIVE_INFINITY;
  private wakeSender: () => void = () => undefined;

  constructor(private readonly around: ChatSurroundings) {
    around.setToken(around.storage.token());
  }

  /** Loads the conversation, or finds that there is none yet; then sends what an earlier visit left in the outbox. */
  async load(): Promise<void> {
    this.show({ phase: "loading" });
    await this.read().catch((thrown: unknown) => {
      const code = codeOf(thrown);
      this.show({ phase: code === "wrong_origin" || code === "not_found" ? "unavailable" : "failed" });
    });
    const stored = this.around.storage.allOutgoing();
    if (stored.length === 0 || this.state.phase === "unavailable") return;
    this.change({ type: "written", outgoing: stored });
    void this.sendAll();
  }

  /** Takes a message for sending; false when it is empty or too many wait already. */
  write(body: string, category: Outgoing["category"], isSomethingElse = false): boolean {
    const text = body.trim();
    if (!isVisible(text) || this.state.conversation.outgoing.length >= OUTGOING_MAX) return false;
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
    this.change({ type: "written", outgoing: [outgoing] });
    void this.sendAll();
    return true;
  }

  /** Tries a message that was not sent once more. */
  retry(clientId: string): void {
    const refused = this.state.conversation.outgoing.find((each) => each.clientId === clientId);
    if (refused?.refusal === NUMBER_TAKEN) this.renumber(refused);
    else this.change({ type: "delivery", clientId, delivery: "sending" });
    void this.sendAll();
  }

  private renumber(refused: Outgoing): void {
    const renewed: Outgoing = {
      ...refused,
      clientId: this.around.newClientId(),
      delivery: "sending",
      refusal: null,
    };
    // Kept under its new number before the old one is forgotten: a page that ends in between loses nothing.
    this.around.storage.keepOutgoing(renewed);
    this.discard(refused.clientId);
    this.change({ type: "written", outgoing: [renewed] });
  }

  /** Forgets a message that was not sent. */
  discard(clientId: string): void {
    this.around.storage.dropOutgoing(clientId);
    this.change({ type: "discarded", clientId });
  }

  /** Reads one page of earlier messages; a failure is shown beside the button. */
  async loadEarlier(): Promise<void> {
    const oldest = [...this.state.conversation.held.values()].sort(
      (a, b) => a.message.sentAt.getTime() - b.message.sentAt.getTime(),
    )[0];
    if (!oldest || this.state.earlier === "loading") return;
    this.show({ earlier: "loading" });
    try {
      const page = await this.around.desk.conversation(oldest.message.id);
      this.change({ type: "earlier", page });
      this.show({ earlier: "idle" });
    } catch {
      this.show({ earlier: "failed" });
    }
  }

  /** Says whether the conversation is before the customer's eyes; what is seen is marked read. */
  watch(isWatched: boolean): void {
    if (isWatched === this.state.conversation.isWatched) return;
    const hadUnread = this.state.conversation.unreadCount > 0;
    this.change({ type: "watched", isWatched });
    if (isWatched && hadUnread) this.markRead();
  }

  /** Tells the other side of typing, at most each 3 s, and only within a conversation. */
  typing(): void {
    const nowMs = this.around.nowMs();
    if (this.state.phase !== "known" || nowMs - this.lastTypingAtMs < TYPING_EVERY_MS) return;
    this.lastTypingAtMs = nowMs;
    this.around.desk.typing().catch(() => undefined);
  }

  /** The customer's own requests, those that have ended, too; throws a `Refusal`. */
  requests(): Promise<CustomerRequest[]> {
    return this.around.desk.requests();
  }

  /** Answers what the matter is about; throws a `Refusal` when the desk did not take it. */
  async pickCategory(categoryId: string | null): Promise<void> {
    await this.around.desk.pickCategory(categoryId);
    const { status, unreadCount } = this.state.conversation;
    const answered = { type: "status", status: status.value, asksCategory: false, unreadCount } as const;
    this.change({ type: "heard", event: answered, position: status.position });
  }

  /** Stores a rating, which can be given again; throws a `Refusal` when the desk did not take it. */
  async rate(rating: { ratingId: string; score: number; comment: string }): Promise<void> {
    await this.around.desk.rate(rating);
    const rated = [...this.state.conversation.held.values()].find(
      (each) => each.message.rating?.id === rating.ratingId,
    );
    if (!rated) return;
    const message = {
      ...rated.message,
      rating: { id: rating.ratingId, score: rating.score, comment: rating.comment || null },
    };
    this.change({ type: "heard", event: { type: "message", message }, position: rated.position });
  }

  /** Stops the stream, as when the page has been hidden for long. */
  pause(): void {
    this.following?.stop();
    this.following = null;
  }

  /** Takes the stream up again where it was left. */
  resume(): void {
    if (this.state.phase === "known" && !this.following) this.follow();
    else if (this.state.phase === "failed") void this.load();
    else this.following?.check(false);
    this.wakeSender();
  }

  /** Shows whether the browser has a network at all; back online, everything is tried at once. */
  setOnline(isOnline: boolean): void {
    this.show({ connection: isOnline ? "reconnecting" : "offline" });
    if (!isOnline) return;
    this.pause();
    this.resume();
    if (this.state.phase === "new") this.show({ connection: "live" });
  }

  /** Forgets the customer on this device, and has the desk forget the credential; what is still on its way is not heard any more. */
  forget(): void {
    this.pause();
    this.around.desk.forget().catch(() => undefined);
    this.around.storage.forget();
    this.around.setToken(null);
    this.show({ phase: "new", visit: this.state.visit + 1, conversation: EMPTY_CONVERSATION });
  }

  private async read(): Promise<void> {
    const { visit } = this.state;
    try {
      const page = await this.around.desk.conversation();
      if (visit !== this.state.visit) return;
      this.change({ type: "page", page });
      this.position = page.asOf;
      this.show({ phase: "known" });
      if (this.state.conversation.isWatched && page.unreadCount > 0) this.markRead();
      if (!this.following) this.follow();
    } catch (thrown) {
      if (codeOf(thrown) !== "not_signed_in") throw thrown;
      this.pause();
      this.show({ phase: "new" });
    }
  }

  private follow(): void {
    this.following = this.around.follow(this.position, {
      onEvent: (event, position) => this.hear(event, position),
      onConnection: (connection) => this.show({ connection }),
      onRefused: () => void this.read().catch(() => undefined),
    });
  }

  private hear(event: CustomerEvent, position: string | null): void {
    if (position) this.position = position;
    // A page that cannot be read now is no loss: the stream goes on, and the next resync asks again.
    if (event.type === "resync") void this.read().catch(() => undefined);
    const arrivalsBefore = this.state.conversation.arrivals;
    this.change({ type: "heard", event, position });
    if (event.type !== "message" || this.state.conversation.arrivals === arrivalsBefore) return;
    this.around.onNews({ type: "message", name: event.message.alias?.name ?? "" });
    if (event.message.kind === "rating_request") this.around.onNews({ type: "ratingRequested", name: "" });
    if (this.state.conversation.isWatched) this.markRead();
  }

  private markRead(): void {
    this.around.desk.markRead().catch(() => undefined);
  }

  /** Sends one by one, so that the order of writing is the order of arriving. */
  private async sendAll(): Promise<void> {
    this.wakeSender();
    if (this.isSending) return;
    this.isSending = true;
    for (let next = this.nextToSend(); next; next = this.nextToSend()) await this.send(next);
    this.isSending = false;
  }

  private nextToSend(): Outgoing | undefined {
    return this.state.conversation.outgoing.find((each) => each.delivery === "sending" || each.delivery === "retrying");
  }

  private async send(outgoing: Outgoing): Promise<void> {
    const { clientId } = outgoing;
    for (let failures = 1; ; failures += 1) {
      const refusal = await this.tryToSend(outgoing);
      if (refusal === null) return;
      const delayMs = isTransient(refusal) ? sendRetryDelayMs(failures) : null;
      if (delayMs === null) return this.giveUp(outgoing, refusal);
      this.change({ type: "delivery", clientId, delivery: "retrying" });
      await Promise.race([this.around.wait(delayMs), new Promise<void>((resolve) => (this.wakeSender = resolve))]);
      if (!this.state.conversation.outgoing.some((each) => each.clientId === clientId)) return;
    }
  }

  /** What was refused for good is kept as refused: no later page tries it again. */
  private giveUp(outgoing: Outgoing, refusal: string): void {
    const { clientId } = outgoing;
    if (!this.state.conversation.outgoing.some((each) => each.clientId === clientId)) return;
    if (!isTransient(refusal)) this.around.storage.keepOutgoing({ ...outgoing, delivery: "not_sent", refusal });
    this.change({ type: "delivery", clientId, delivery: "not_sent", refusal });
  }

  /** One try; null when the desk has the message, else the code of the refusal. */
  private async tryToSend(outgoing: Outgoing): Promise<string | null> {
    try {
      await this.beginIfNew();
      const { clientId, body, category, isSomethingElse = false } = outgoing;
      await this.around.desk.post({ clientId, body, categoryId: this.idOf(category), isSomethingElse });
      this.around.storage.dropOutgoing(outgoing.clientId);
      this.change({ type: "delivery", clientId: outgoing.clientId, delivery: "sent" });
      void this.expectEcho(clientId);
      return null;
    } catch (thrown) {
      const code = codeOf(thrown);
      // The credential ran out meanwhile: the next try begins anew.
      if (code !== "not_signed_in") return code;
      this.show({ phase: "new" });
      return "unreachable";
    }
  }

  /** The stream tells of one's own messages, too: where it does not, it is dead, and begins anew. */
  private async expectEcho(clientId: string): Promise<void> {
    await this.around.wait(ECHO_WITHIN_MS);
    if (this.state.conversation.outgoing.some((each) => each.clientId === clientId)) this.following?.check(true);
  }

  /** The id of a picked category as the desk sealed it for this customer; null when it is no longer offered. */
  private idOf(category: Outgoing["category"]): string | null {
    const offered = this.state.conversation.offeredCategories;
    if (!category || offered.length === 0) return category?.id ?? null;
    return offered.find((each) => each.name === category.name)?.id ?? null;
  }

  /** Mints the customer's credential, right before the first message. */
  private async beginIfNew(): Promise<void> {
    if (this.state.phase === "known") return;
    // Another tab may have begun since this one looked.
    await this.read();
    if (this.phase() === "known") return;
    this.pause();
    this.around.setToken(null);
    const { token } = await this.around.desk.begin();
    await this.read();
    if (this.phase() !== "known") {
      // The browser dropped the cookie: only then is the token kept and sent in a header.
      this.around.setToken(token);
      await this.read();
      if (this.phase() !== "known") throw new Refusal("unreachable");
      this.around.storage.keepToken(token);
    }
    this.around.onNews({ type: "conversationStarted", name: "" });
  }

  private phase(): Phase {
    return this.state.phase;
  }

  private change(change: ConversationChange): void {
    this.show({ conversation: conversationAfter(this.state.conversation, change) });
  }

  private show(part: Partial<ChatState>): void {
    this.state = { ...this.state, ...part };
    this.around.onChange(this.state);
  }
}
