/** How things stand on the host page: told by the loader to the chat in the iframe at each change, over the private channel only. */
export type HostToFrame = {
  /** Empty where the page does not say it: then it is the browser's. */
  locale: string;
  /** Whether the panel is open, and so the conversation before the customer's eyes. */
  isOpen: boolean;
  /** The page shuts the chat down: what the frame keeps is to be forgotten. */
  isOver: boolean;
};

/** What the chat tells the loader. No text of the conversation crosses: the host page has no part in it (P1). */
export type FrameToHost =
  | { type: "look"; accent: string }
  | { type: "close" }
  /** `mark` is what the host page keeps of the chat for its next page; no text and no credential. */
  | { type: "unreadCountChange"; count: number; mark: string }
  | { type: "message"; announcement: string; count?: undefined }
  | { type: "conversationStarted" | "ratingRequested"; count?: undefined };

/** The only words ever sent by `postMessage`: the frame's hello, and the loader's answer that carries the port. */
export const FRAME_HELLO = "parley:hello";
export const HOST_PORT = "parley:port";

/** The marks: there is a conversation (and, written behind it, how many messages are unread), or something to be sent. */
export const KNOWN = "1";
export const UNSENT = "2";
