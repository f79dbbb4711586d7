import type { CustomerEvent } from "@/contract/views/customerViews";
import type { Desk, Identity } from "../desk/desk";
import type { Following } from "../desk/followLive";
import type { FrameStorage } from "../frame/frameStorage";
import type { ChatState } from "./chatState";

/** What the chat reaches the world through: tests play it. */
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
