import type { CustomerConversation, CustomerEvent, CustomerRequest } from "@/contract/views/customerViews";
import type { Outgoing } from "../conversation/conversationState";
import type { Following } from "../desk/followLive";
import { codeOf, DESK_AWAY } from "../desk/refusal";
import { type ChatState, ChatStore } from "./chatState";
import type { ChatSurroundings } from "./chatSurroundings";
import { Outbox } from "./outbox";
import { Visit } from "./visit";

/** When a desk in trouble is asked again for the conversation. */
const LOADED_AGAIN_AFTER_MS = 3_000;
const TYPING_EVERY_MS = 3_000;

/** The customer's side of one conversation. It keeps the state, talks to the desk, and loses no message. */
export class Chat {
  private readonly store: ChatStore;
  private readonly visit: Visit;
  private readonly outbox: Outbox;
  private following: Following | null = null;
  private position = "";
  private lastTypingAtMs = Number.NEGATIVE_INFINITY;

  constructor(private readonly around: ChatSurroundings) {
    this.store = new ChatStore(around.onChange);
    this.visit = new Visit(this.store, around, {
      read: () => this.read(),
      stopFollowing: () => this.pause(),
      onLeft: () => {
        this.position = "";
        this.outbox.wake();
      },
    });
    this.outbox = new Outbox(this.store, around, {
      beginIfNew: () => this.visit.beginIfNew(),
      leave: (outgoing) => this.visit.leave(outgoing),
      missEcho: () => this.following?.check(true),
    });
  }

  get state(): ChatState {
    return this.store.state;
  }

  /** Whether the desk has yet to end a visit that is over here. */
  get hasUnended(): boolean {
    return this.visit.hasUnended;
  }

  /** Loads the conversation, or finds that there is none yet. Then sends what an earlier page left in the outbox. */
  async load(): Promise<void> {
    this.store.show({ phase: "loading" });
    const { visit } = this.state;
    const reading = this.visit.endUnended().then(() => (visit === this.state.visit ? this.read() : undefined));
    await reading.catch((thrown: unknown) => {
      // The visit is over by now, so its conversation is not missed.
      if (visit !== this.state.visit) return;
      const code = codeOf(thrown);
      this.store.show({
        phase: code === "wrong_origin" || code === "not_found" ? "unavailable" : "failed",
        failure: code,
      });
      if (code === DESK_AWAY) void this.loadLater();
    });
    const stored = this.around.storage.allOutgoing();
    if (stored.length === 0 || this.state.phase === "unavailable") return;
    this.outbox.takeUp(stored);
  }

  /** Takes a message for sending; false if it is empty or too many are waiting already. */
  write(body: string, category: Outgoing["category"], isSomethingElse = false): boolean {
    return this.outbox.write(body, category, isSomethingElse);
  }

  /** Tries again to send a message that was not sent. */
  retry(clientId: string): void {
    this.outbox.retry(clientId);
  }

  /** Drops a message that was not sent. */
  discard(clientId: string): void {
    this.outbox.discard(clientId);
  }

  /** Forgets the customer on this device. Resolves to whether the desk has ended the visit. */
  forget(): Promise<boolean> {
    return this.visit.forget();
  }

  /** Empties the chat of a visit that was ended elsewhere. */
  hearOver(visit: string | null): void {
    this.visit.hearOver(visit);
  }

  private async loadLater(): Promise<void> {
    await this.around.wait(LOADED_AGAIN_AFTER_MS);
    if (this.state.phase === "failed") await this.load();
  }

  /** Reads one page of earlier messages. A failure is shown beside the button. */
  async loadEarlier(): Promise<void> {
    const oldest = [...this.state.conversation.held.values()].sort(
      (a, b) => a.message.sentAt.getTime() - b.message.sentAt.getTime(),
    )[0];
    if (!oldest || this.state.earlier === "loading") return;
    this.store.show({ earlier: "loading" });
    try {
      const page = await this.around.desk.conversation(oldest.message.id);
      this.store.change({ type: "earlier", page });
      this.store.show({ earlier: "idle" });
    } catch {
      this.store.show({ earlier: "failed" });
    }
  }

  /** Notes whether the customer sees the conversation. Seen messages are marked read. */
  watch(isWatched: boolean): void {
    if (isWatched === this.state.conversation.isWatched) return;
    const hadUnread = this.state.conversation.unreadCount > 0;
    this.store.change({ type: "watched", isWatched });
    if (isWatched && hadUnread) this.markRead();
  }

  /** Tells the other side that the customer is typing, at most every 3 s, and only in a conversation. */
  typing(): void {
    const nowMs = this.around.nowMs();
    if (this.state.phase !== "known" || nowMs - this.lastTypingAtMs < TYPING_EVERY_MS) return;
    this.lastTypingAtMs = nowMs;
    this.around.desk.typing().catch(() => undefined);
  }

  /** The customer's own requests, including ended ones. @throws Refusal */
  requests(): Promise<CustomerRequest[]> {
    return this.around.desk.requests();
  }

  /** Answers the question for the category; null is "none of these". @throws Refusal if the desk did not take it */
  async pickCategory(categoryId: string | null): Promise<void> {
    await this.around.desk.pickCategory(categoryId);
    const { status, unreadCount } = this.state.conversation;
    const answered = { type: "status", status: status.value, asksCategory: false, unreadCount } as const;
    this.store.change({ type: "heard", event: answered, position: status.position });
  }

  /** Stores a rating, or changes it. @throws Refusal if the desk did not take it */
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
    this.store.change({ type: "heard", event: { type: "message", message }, position: rated.position });
  }

  /** Stops the stream, as after the page was hidden for long. */
  pause(): void {
    this.following?.stop();
    this.following = null;
  }

  /** Resumes the stream at its last position. */
  resume(): void {
    if (this.state.phase === "known" && !this.following) this.follow();
    else if (this.state.phase === "failed") void this.load();
    else this.following?.check(false);
    this.outbox.wake();
  }

  /** Shows whether the browser has a network. Back online, everything is tried at once. */
  setOnline(isOnline: boolean): void {
    this.store.show({ connection: isOnline ? "reconnecting" : "offline" });
    if (!isOnline) return;
    this.pause();
    this.resume();
    if (this.state.phase === "new") this.store.show({ connection: "live" });
  }

  private async read(): Promise<void> {
    const { visit } = this.state;
    try {
      const page = await this.around.desk.conversation();
      if (visit === this.state.visit) this.takePage(page);
    } catch (thrown) {
      if (codeOf(thrown) !== "not_signed_in") throw thrown;
      if (visit !== this.state.visit) return;
      this.visit.leaveUnlessShown(null);
      this.pause();
      this.store.show({ phase: "new" });
    }
  }

  private takePage(page: CustomerConversation): void {
    this.visit.take(page.visit);
    this.store.change({ type: "page", page });
    this.position = page.asOf;
    this.store.show({ phase: "known" });
    if (this.state.conversation.isWatched && page.unreadCount > 0) this.markRead();
    if (!this.following) this.follow();
  }

  private follow(): void {
    this.following = this.around.follow(this.position, {
      onEvent: (event, position) => this.hear(event, position),
      onConnection: (connection) => {
        this.store.show({ connection });
        if (connection === "live") this.outbox.wake();
      },
      onRefused: () => void this.read().catch(() => undefined),
    });
  }

  private hear(event: CustomerEvent, position: string | null): void {
    if (event.type === "over") this.visit.end();
    if (position && event.type !== "over") this.position = position;
    // A failed read is no loss: the stream goes on, and the next resync reads again.
    if (event.type === "resync") void this.read().catch(() => undefined);
    const arrivalsBefore = this.state.conversation.arrivals;
    this.store.change({ type: "heard", event, position });
    if (event.type !== "message" || this.state.conversation.arrivals === arrivalsBefore) return;
    this.around.onNews({ type: "message", name: event.message.alias?.name ?? "" });
    if (event.message.kind === "rating_request") this.around.onNews({ type: "ratingRequested", name: "" });
    if (this.state.conversation.isWatched) this.markRead();
  }

  private markRead(): void {
    this.around.desk.markRead().catch(() => undefined);
  }
}
