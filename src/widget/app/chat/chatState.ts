import {
  type ConversationChange,
  type ConversationState,
  conversationAfter,
  EMPTY_CONVERSATION,
} from "../conversation/conversationState";

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

const AT_FIRST: ChatState = {
  phase: "loading",
  connection: "live",
  failure: null,
  earlier: "idle",
  visit: 0,
  conversation: EMPTY_CONVERSATION,
};

/** What the chat shows, in one place: each change of it is told. */
export class ChatStore {
  state: ChatState = AT_FIRST;

  constructor(private readonly onChange: (state: ChatState) => void) {}

  get conversation(): ConversationState {
    return this.state.conversation;
  }

  /** As a method, since a call in between may have changed it: a compiler would take a field for the same as before. */
  phase(): Phase {
    return this.state.phase;
  }

  show(part: Partial<ChatState>): void {
    this.state = { ...this.state, ...part };
    this.onChange(this.state);
  }

  change(change: ConversationChange): void {
    this.show({ conversation: conversationAfter(this.state.conversation, change) });
  }
}
