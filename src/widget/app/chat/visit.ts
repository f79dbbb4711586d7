import { EMPTY_CONVERSATION, type Outgoing } from "../conversation/conversationState";
import type { Identity } from "../desk/desk";
import { codeOf, Refusal } from "../desk/refusal";
import type { ChatStore } from "./chatState";
import type { ChatSurroundings } from "./chatSurroundings";

/** Visits that the desk takes up no more before one is begun; a key is new at the second try. */
const BEGIN_TRIES_MAX = 3;
const NOBODY: Identity = { visit: null, token: null };
const isNobody = ({ visit, token }: Identity) => visit === null && token === null;

/** What a visit has the chat do. */
type VisitHooks = {
  /** Reads the newest page, and with that whose it is. */
  read: () => Promise<void>;
  /** Ends the stream of the visit that is shown. */
  stopFollowing: () => void;
  /** The visit that was shown is over. */
  onLeft: () => void;
};

/** For whom the chat speaks: begins the customer's visit, ends it, and shows nothing of one that is another's. */
export class Visit {
  private identity: Identity = NOBODY;
  /** The visit that is over here and that the desk has still to end, before anything is read or written. */
  private owed: Identity | null;

  constructor(
    private readonly store: ChatStore,
    private readonly around: ChatSurroundings,
    private readonly hooks: VisitHooks,
  ) {
    this.owed = around.storage.owed();
    this.speakFor({ visit: null, token: around.storage.token() });
  }

  get isOwing(): boolean {
    return this.owed !== null;
  }

  /**
   * Forgets the customer on this device. That the desk ends the credential comes first, and depends on nothing that the
   * browser keeps; what is still on its way is not heard any more, and the frames of other tabs are told. Whether the
   * desk has ended it is the answer; where it could not be reached the next frame, or the next message, has it do so.
   */
  async forget(): Promise<boolean> {
    // What an earlier page could not have ended is still to be ended where nobody has begun anew since.
    const over = this.owed && isNobody(this.identity) ? this.owed : this.identity;
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
    for (const { clientId } of this.store.conversation.outgoing) storage.dropOutgoing(clientId);
    if (storage.token() === shown.token) storage.dropToken();
    storage.keepDraft("");
    this.leave();
  }

  /** The stream says that the visit which is shown is over. */
  end(): void {
    this.hearOver(this.identity.visit);
  }

  /** Has the desk end what it has still to end. */
  async endOwed(): Promise<void> {
    const { owed } = this;
    if (!owed) return;
    await this.around.desk.forget(owed);
    if (this.owed !== owed) return;
    this.owed = null;
    this.around.storage.keepOwed(null);
  }

  /** Empties the chat for the next visitor; `outgoing` is what they have written already. */
  leave(outgoing: readonly Outgoing[] = []): void {
    this.hooks.stopFollowing();
    this.speakFor(NOBODY);
    const { isWatched } = this.store.conversation;
    const conversation = { ...EMPTY_CONVERSATION, isWatched, outgoing };
    this.store.show({ phase: "new", visit: this.store.state.visit + 1, conversation });
    this.hooks.onLeft();
  }

  /** What was read is of this visit; what is shown of another one is not theirs. */
  take(visit: string): void {
    this.leaveUnlessShown(visit);
    this.speakFor({ ...this.identity, visit });
  }

  /** The browser's visitor is another one, or nobody: what is shown is not theirs. */
  leaveUnlessShown(visit: string | null): void {
    const { visit: shown, token } = this.identity;
    if (shown === null || shown === visit) return;
    this.leave();
    // The fallback's credential is the browser's, whichever visit it turns out to be of.
    this.speakFor({ visit: null, token });
  }

  /** Mints the customer's credential, right before the first message: one for all frames of the browser that ask. */
  async beginIfNew(): Promise<void> {
    await this.endOwed();
    if (this.store.phase() === "known") return;
    const { visit } = this.store.state;
    // Another tab may have begun since this one looked, with a cookie or with a credential that it kept.
    this.speakFor({ visit: null, token: this.around.storage.token() });
    await this.hooks.read();
    if (this.store.phase() === "known" || visit !== this.store.state.visit) return;
    this.hooks.stopFollowing();
    this.speakFor(NOBODY);
    const token = await this.begin();
    if (visit !== this.store.state.visit) return void (await this.around.desk.forget({ visit: null, token }));
    await this.hooks.read();
    if (this.store.phase() !== "known") {
      // The browser dropped the cookie: only then is the token kept and sent in a header.
      this.speakFor({ visit: null, token });
      await this.hooks.read();
      if (this.store.phase() !== "known") throw new Refusal("unreachable");
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

  private speakFor(identity: Identity): void {
    this.identity = identity;
    this.around.setIdentity(identity);
  }
}
