/** The state of the host page. The loader sends it to the chat's frame at each change, over the private channel. */
export type HostToFrame = {
  /** Empty if the page names none: then the browser's counts. */
  locale: string;
  /** Whether the panel is open, so that the customer sees the conversation. */
  isOpen: boolean;
  /** The page has shut the chat down: the frame must forget what it keeps. */
  isOver: boolean;
};

/** What the chat tells the loader: never a text of the conversation, in which the host page has no part (P1). */
export type FrameToHost =
  | { type: "look"; accent: string }
  | { type: "close" }
  /** `mark` is what the host page keeps of the chat for its next page. It holds neither text nor credential. */
  | { type: "unreadCountChange"; count: number; mark: string }
  | { type: "message"; announcement: string; count?: undefined }
  | { type: "conversationStarted" | "ratingRequested"; count?: undefined };

/** The only messages sent by `window.postMessage`: the frame's hello, and the loader's answer that carries the port. */
export const FRAME_HELLO = "parley:hello";
export const HOST_PORT = "parley:port";

/** The marks: a conversation exists (followed by the number of unread messages), or something is still to be sent. */
export const KNOWN = "1";
export const UNSENT = "2";
