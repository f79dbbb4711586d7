import {
  type ConversationChange,
  type ConversationState,
  conversationAfter,
  EMPTY_CONVERSATION,
} from "../conversation/conversationState";

/** `new`: the desk does not know the visitor. `unavailable`: the key or this page is refused for good. */
export type Phase = "loading" | "failed" | "unavailable" | "new" | "known";
/** `away`: the desk answers, but cannot do anything at present. */
export type Connection = "live" | "reconnecting" | "away" | "offline";
export type ChatState = {
  phase: Phase;
  connection: Connection;
  /** The code of the last failure to load the conversation; null if there was none. */
  failure: string | null;
  earlier: "idle" | "loading" | "failed";
  /** Number of the visitor in this tab, from 0. A new visitor gets an empty composer. */
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

/** What the chat shows. `onChange` is called at each change. */
export class ChatStore {
  state: ChatState = AT_FIRST;

  constructor(private readonly onChange: (state: ChatState) => void) {}

  get conversation(): ConversationState {
    return this.state.conversation;
  }

  /** A method, since TypeScript would take a field to be unchanged after a call in between. */
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
