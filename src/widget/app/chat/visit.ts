import { EMPTY_CONVERSATION, type Outgoing } from "../conversation/conversationState";
import type { Identity } from "../desk/desk";
import { codeOf, Refusal } from "../desk/refusal";
import type { ChatStore } from "./chatState";
import type { ChatSurroundings } from "./chatSurroundings";

/** Tries to begin a visit. The desk may refuse a key as used up, and the next try takes another key. */
const BEGIN_TRIES_MAX = 3;
const NOBODY: Identity = { visit: null, token: null };
const isNobody = ({ visit, token }: Identity) => visit === null && token === null;

/** What a visit asks of the chat. */
type VisitHooks = {
  /** Reads the newest page, which names its visit. */
  read: () => Promise<void>;
  /** Ends the stream of the shown visit. */
  stopFollowing: () => void;
  /** The shown visit is over. */
  onLeft: () => void;
};

/** Begins and ends the customer's visit, and clears the chat when the browser's visit is another one. */
export class Visit {
  private identity: Identity = NOBODY;
  /** A visit that is over here and that the desk must end before anything else is read or written. */
  private unended: Identity | null;

  constructor(
    private readonly store: ChatStore,
    private readonly around: ChatSurroundings,
    private readonly hooks: VisitHooks,
  ) {
    this.unended = around.storage.unended();
    this.speakFor({ visit: null, token: around.storage.token() });
  }

  get hasUnended(): boolean {
    return this.unended !== null;
  }

  /**
   * Forgets the customer on this device. The desk is asked first to end the credential, which depends on nothing that
   * the browser keeps. Answers still in flight are ignored, and the frames of other tabs are told. Resolves to whether
   * the desk has ended the visit; if not, the next frame or the next message asks again.
   */
  async forget(): Promise<boolean> {
    // If nobody has begun a visit since, the one that an earlier page could not end is still to be ended.
    const over = this.unended && isNobody(this.identity) ? this.unended : this.identity;
    this.unended = over;
    const ending = this.endUnended().then(
      () => true,
      () => false,
    );
    this.leave();
    this.around.storage.forget();
    if (this.unended) this.around.storage.keepUnended(over);
    this.around.tellOver(over.visit);
    await this.around.forgetVisitKey();
    return ending;
  }

  /** Empties the chat of a visit that ended elsewhere. Another visit goes on, if both are known. */
  hearOver(visit: string | null): void {
    const shown = this.identity;
    if (visit !== null && shown.visit !== null && visit !== shown.visit) return;
    const { storage } = this.around;
    for (const { clientId } of this.store.conversation.outgoing) storage.dropOutgoing(clientId);
    if (storage.token() === shown.token) storage.dropToken();
    storage.keepDraft("");
    this.leave();
  }

  /** Handles the stream's word that the shown visit is over. */
  end(): void {
    this.hearOver(this.identity.visit);
  }

  /** Asks the desk to end the visit that it has yet to end, if any. @throws Refusal if the desk could not */
  async endUnended(): Promise<void> {
    const { unended } = this;
    if (!unended) return;
    await this.around.desk.forget(unended);
    if (this.unended !== unended) return;
    this.unended = null;
    this.around.storage.keepUnended(null);
  }

  /** Empties the chat for the next visitor, who has already written `outgoing`. */
  leave(outgoing: readonly Outgoing[] = []): void {
    this.hooks.stopFollowing();
    this.speakFor(NOBODY);
    const { isWatched } = this.store.conversation;
    const conversation = { ...EMPTY_CONVERSATION, isWatched, outgoing };
    this.store.show({ phase: "new", visit: this.store.state.visit + 1, conversation });
    this.hooks.onLeft();
  }

  /** Notes the visit of a page that was read. If another visit is shown, the chat is emptied first. */
  take(visit: string): void {
    this.leaveUnlessShown(visit);
    this.speakFor({ ...this.identity, visit });
  }

  /** Empties the chat if it shows another visit than `visit`, the browser's present one. */
  leaveUnlessShown(visit: string | null): void {
    const { visit: shown, token } = this.identity;
    if (shown === null || shown === visit) return;
    this.leave();
    // The fallback credential belongs to the browser, so it stays valid for the present visit.
    this.speakFor({ visit: null, token });
  }

  /** Begins the customer's visit right before the first message, the same one in all frames of the browser. */
  async beginIfNew(): Promise<void> {
    await this.endUnended();
    if (this.store.phase() === "known") return;
    const { visit } = this.store.state;
    // Another tab may have begun a visit since, with a cookie or with a credential that it kept.
    this.speakFor({ visit: null, token: this.around.storage.token() });
    await this.hooks.read();
    if (this.store.phase() === "known" || visit !== this.store.state.visit) return;
    this.hooks.stopFollowing();
    this.speakFor(NOBODY);
    const token = await this.begin();
    if (visit !== this.store.state.visit) return void (await this.around.desk.forget({ visit: null, token }));
    await this.hooks.read();
    if (this.store.phase() !== "known") {
      // The browser dropped the cookie. Only then is the token kept and sent in a header.
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
        // The visit of this key is over or was begun long ago.
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
