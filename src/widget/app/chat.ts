import { isVisible } from "@/domain/text/isVisible";
import type { CustomerConversation, CustomerEvent, CustomerRequest } from "@/domain/views/customerViews";
import {
  type ConversationChange,
  type ConversationState,
  conversationAfter,
  EMPTY_CONVERSATION,
  type Outgoing,
} from "./conversationState";
import type { Desk, Identity } from "./desk";
import type { Following } from "./followLive";
import type { FrameStorage } from "./frameStorage";
import { codeOf, DESK_AWAY, isTransient, NUMBER_TAKEN, Refusal, waitMsOf } from "./refusal";
import { sendRetryDelayMs } from "./retryDelays";

/** `new`: nobody the desk knows, so the greeting is shown. `unavailable`: the key or this page is refused for good. */
export type Phase = "loading" | "failed" | "unavailable" | "new" | "known";
/** `away`: the desk answers, but can do nothing for now. */
export type Connection = "live" | "reconnecting" | "away" | "offline";
export type ChatState = {
  phase: Phase;
  connection: Connection;
  /** Why loading the conversation failed last; null where it never did. */
  failure: string | null;
  earlier: "idle" | "loading" | "failed";
  /** Counts the visitors of this tab: what one of them has begun to write is not for the next. */
  visit: number;
  conversation: ConversationState;
};

export type ChatSurroundings = {
  desk: Desk;
  storage: FrameStorage;
  follow: (from: string, listener: ChatFollower) => Following;
  /** Sets for whom the calls are from now on. */
  setIdentity: (identity: Identity) => void;
  /** The key by which all frames of this browser begin the same visit; another one than `refused`. */
  visitKey: (refused: string | null) => Promise<string>;
  forgetVisitKey: () => Promise<void>;
  /** Tells the frames of other tabs that a visit is over. */
  tellOver: (visit: string | null) => void;
  nowMs: () => number;
  newClientId: () => string;
  /** Resolves after `delayMs`, or earlier when the network is back. */
  wait: (delayMs: number) => Promise<void>;
  onChange: (state: ChatState) => void;
  onNews: (news: { type: "message" | "conversationStarted" | "ratingRequested"; name: string }) => void;
};

export type ChatFollower = {
  onEvent: (event: CustomerEvent, position: string | null) => void;
  onConnection: (connection: "live" | "reconnecting" | "away") => void;
  onRefused: () => void;
};

const OUTGOING_MAX = 50;
/** Where the desk could do nothing for now. */
const LOADED_AGAIN_AFTER_MS = 3_000;
const TYPING_EVERY_MS = 3_000;
/** Visits that the desk takes up no more before one is begun; a key is new at the second try. */
const BEGIN_TRIES_MAX = 3;
const NOBODY: Identity = { visit: null, token: null };
/** Far more than it takes until the stream tells of a message that the desk has taken. */
const ECHO_WITHIN_MS = 4_000;

/** The customer's side of one conversation: keeps the state, speaks with the desk, and loses nothing that was written. */
export class Chat {
  state: ChatState = {
    phase: "loading",
    connection: "live",
    failure: null,
    earlier: "idle",
    visit: 0,
    conversation: EMPTY_CONVERSATION,
  };
  private following: Following | null = null;
  private position = "";
  private isSending = false;
  private lastTypingAtMs = Number.NEGATIVE_INFINITY;
  private wakeSender: () => void = () => undefined;
  private identity: Identity = NOBODY;
  /** The visit that is over here and that the desk has still to end, before anything is read or written. */
  private owed: Identity | null;
  /** Until when the desk asked to be left alone: no message goes before, whatever wakes the sender. */
  private askedToWaitUntilMs = 0;

  constructor(private readonly around: ChatSurroundings) {
    this.owed = around.storage.owed();
    this.speakFor({ visit: null, token: around.storage.token() });
  }

  /** Loads the conversation, or finds that there is none yet; then sends what an earlier visit left in the outbox. */
  async load(): Promise<void> {
    this.show({ phase: "loading" });
    const { visit } = this.state;
    const reading = this.endOwed().then(() => (visit === this.state.visit ? this.read() : undefined));
    await reading.catch((thrown: unknown) => {
      const code = codeOf(thrown);
      this.show({ phase: code === "wrong_origin" || code === "not_found" ? "unavailable" : "failed", failure: code });
      if (code === DESK_AWAY) void this.loadLater();
    });
    const stored = this.around.storage.allOutgoing();
    if (stored.length === 0 || this.state.phase === "unavailable") return;
    this.change({ type: "written", outgoing: stored });
    void this.sendAll();
  }

  private async loadLater(): Promise<void> {
    await this.around.wait(LOADED_AGAIN_AFTER_MS);
    if (this.state.phase === "failed") await this.load();
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

  /**
   * Forgets the customer on this device. That the desk ends the credential comes first, and depends on nothing that the
   * browser keeps; what is still on its way is not heard any more, and the frames of other tabs are told. Whether the
   * desk has ended it is the answer; where it could not be reached the next frame, or the next message, has it do so.
   */
  async forget(): Promise<boolean> {
    const over = this.identity;
    this.owed = over;
    const ending = this.endOwed().then(
      () => true,
      () => false,
    );
    this.leave();
    this.around.storage.forget();
    if (this.owed) this.around.storage.keepOwed(over);
    this.around.tellOver(over.visit);
    await this.around.forgetVisitKey();
    return ending;
  }

  /** Shows nothing more of a visit that was ended elsewhere; whoever writes next begins anew. Another visit goes on. */
  hearOver(visit: string | null): void {
    const shown = this.identity;
    if (visit !== null && shown.visit !== null && visit !== shown.visit) return;
    const { storage } = this.around;
    for (const { clientId } of this.state.conversation.outgoing) storage.dropOutgoing(clientId);
    if (storage.token() === shown.token) storage.dropToken();
    storage.keepDraft("");
    this.leave();
  }

  private async endOwed(): Promise<void> {
    const { owed } = this;
    if (!owed) return;
    await this.around.desk.forget(owed);
    if (this.owed !== owed) return;
    this.owed = null;
    this.around.storage.keepOwed(null);
  }

  /** Empties the chat for the next visitor; `outgoing` is what they have written already. */
  private leave(outgoing: readonly Outgoing[] = []): void {
    this.pause();
    this.position = "";
    this.speakFor(NOBODY);
    const { isWatched } = this.state.conversation;
    const conversation = { ...EMPTY_CONVERSATION, isWatched, outgoing };
    this.show({ phase: "new", visit: this.state.visit + 1, conversation });
    this.wakeSender();
  }

  private speakFor(identity: Identity): void {
    this.identity = identity;
    this.around.setIdentity(identity);
  }

  private async read(): Promise<void> {
    const { visit } = this.state;
    try {
      const page = await this.around.desk.conversation();
      if (visit === this.state.visit) this.takePage(page);
    } catch (thrown) {
      if (codeOf(thrown) !== "not_signed_in") throw thrown;
      if (visit !== this.state.visit) return;
      this.leaveUnlessShown(null);
      this.pause();
      this.show({ phase: "new" });
    }
  }

  private takePage(page: CustomerConversation): void {
    this.leaveUnlessShown(page.visit);
    this.speakFor({ ...this.identity, visit: page.visit });
    this.change({ type: "page", page });
    this.position = page.asOf;
    this.show({ phase: "known" });
    if (this.state.conversation.isWatched && page.unreadCount > 0) this.markRead();
    if (!this.following) this.follow();
  }

  /** The browser's visitor is another one, or nobody: what is shown is not theirs. */
  private leaveUnlessShown(visit: string | null): void {
    const { visit: shown, token } = this.identity;
    if (shown === null || shown === visit) return;
    this.leave();
    // The fallback's credential is the browser's, whichever visit it turns out to be of.
    this.speakFor({ visit: null, token });
  }

  private follow(): void {
    this.following = this.around.follow(this.position, {
      onEvent: (event, position) => this.hear(event, position),
      onConnection: (connection) => {
        this.show({ connection });
        if (connection === "live") this.wakeSender();
      },
      onRefused: () => void this.read().catch(() => undefined),
    });
  }

  private hear(event: CustomerEvent, position: string | null): void {
    if (event.type === "over") this.hearOver(this.identity.visit);
    if (position && event.type !== "over") this.position = position;
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
    return this.waiting()[0];
  }

  private async send(outgoing: Outgoing): Promise<void> {
    const { clientId } = outgoing;
    for (let failures = 1; ; failures += 1) {
      const refusal = await this.tryToSend(outgoing);
      if (refusal === null) return;
      const delayMs = isTransient(refusal) ? sendRetryDelayMs(failures, refusal) : null;
      if (delayMs === null) return this.giveUp(outgoing, refusal);
      this.change({ type: "delivery", clientId, delivery: "retrying", refusal });
      await this.untilNextTry(outgoing, delayMs);
      if (!this.isOutgoing(clientId)) return;
    }
  }

  /** Waits, or until something wakes the sender; but as long as the desk asked for, while there is something to send. */
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
    return this.state.conversation.outgoing.some((each) => each.clientId === clientId);
  }

  /** What was refused for good is kept as refused: no later page tries it again. */
  private giveUp(outgoing: Outgoing, refusal: string): void {
    const { clientId } = outgoing;
    if (!this.isOutgoing(clientId)) return;
    if (!isTransient(refusal)) this.around.storage.keepOutgoing({ ...outgoing, delivery: "not_sent", refusal });
    this.change({ type: "delivery", clientId, delivery: "not_sent", refusal });
  }

  /** One try; null when the desk has the message or it was forgotten meanwhile, else the code of the refusal. */
  private async tryToSend(outgoing: Outgoing): Promise<string | null> {
    try {
      await this.beginIfNew();
      const { clientId, body, category, isSomethingElse = false } = outgoing;
      if (!this.isWaiting(clientId)) return null;
      await this.around.desk.post({ clientId, body, categoryId: this.idOf(category), isSomethingElse });
      this.around.storage.dropOutgoing(outgoing.clientId);
      this.change({ type: "delivery", clientId: outgoing.clientId, delivery: "sent" });
      void this.expectEcho(clientId);
      return null;
    } catch (thrown) {
      const code = codeOf(thrown);
      this.askedToWaitUntilMs = this.around.nowMs() + waitMsOf(thrown);
      // The visit that is shown is over: nothing of it stays, and the next try begins anew with what was just written.
      if (code !== "not_signed_in") return code;
      if (this.isWaiting(outgoing.clientId)) this.leave(this.waiting());
      return "unreachable";
    }
  }

  /** The stream tells of one's own messages, too: where it does not, it is dead, and begins anew. */
  private async expectEcho(clientId: string): Promise<void> {
    await this.around.wait(ECHO_WITHIN_MS);
    if (this.isOutgoing(clientId)) this.following?.check(true);
  }

  private waiting(): Outgoing[] {
    const isWaiting = ({ delivery }: Outgoing) => delivery === "sending" || delivery === "retrying";
    return this.state.conversation.outgoing.filter(isWaiting);
  }

  private isWaiting(clientId: string): boolean {
    return this.waiting().some((each) => each.clientId === clientId);
  }

  /** The id of a picked category as the desk sealed it for this customer; null when it is no longer offered. */
  private idOf(category: Outgoing["category"]): string | null {
    const offered = this.state.conversation.offeredCategories;
    if (!category || offered.length === 0) return category?.id ?? null;
    return offered.find((each) => each.name === category.name)?.id ?? null;
  }

  /** Mints the customer's credential, right before the first message: one for all frames of the browser that ask. */
  private async beginIfNew(): Promise<void> {
    await this.endOwed();
    if (this.state.phase === "known") return;
    const { visit } = this.state;
    // Another tab may have begun since this one looked, with a cookie or with a credential that it kept.
    this.speakFor({ visit: null, token: this.around.storage.token() });
    await this.read();
    if (this.phase() === "known" || visit !== this.state.visit) return;
    this.pause();
    this.speakFor(NOBODY);
    const token = await this.begin();
    if (visit !== this.state.visit) return void (await this.around.desk.forget({ visit: null, token }));
    await this.read();
    if (this.phase() !== "known") {
      // The browser dropped the cookie: only then is the token kept and sent in a header.
      this.speakFor({ visit: null, token });
      await this.read();
      if (this.phase() !== "known") throw new Refusal("unreachable");
      this.around.storage.keepToken(token);
    }
    this.around.onNews({ type: "conversationStarted", name: "" });
  }

  private async begin(): Promise<string> {
    let refused: string | null = null;
    for (let tries = 1; tries <= BEGIN_TRIES_MAX; tries += 1) {
      const visitKey = await this.around.visitKey(refused);
      try {
        return (await this.around.desk.begin(visitKey)).token;
      } catch (thrown) {
        // The visit of this key is over, or was begun long ago.
        if (codeOf(thrown) !== "not_signed_in") throw thrown;
        refused = visitKey;
      }
    }
    throw new Refusal("unreachable");
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
