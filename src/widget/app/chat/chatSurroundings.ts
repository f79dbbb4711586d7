import type { CustomerEvent } from "@/contract/views/customerViews";
import type { Desk, Identity } from "../desk/desk";
import type { Following } from "../desk/followLive";
import type { FrameStorage } from "../frame/frameStorage";
import type { ChatState } from "./chatState";

/** The chat's dependencies, which tests replace. */
export type ChatSurroundings = {
  desk: Desk;
  storage: FrameStorage;
  follow: (from: string, listener: ChatFollower) => Following;
  /** Sets the visitor for whom all further calls are made. */
  setIdentity: (identity: Identity) => void;
  /** The key with which all frames of this browser begin the same visit; never `refused`. */
  visitKey: (refused: string | null) => Promise<string>;
  forgetVisitKey: () => Promise<void>;
  /** Tells the frames of other tabs that a visit is over. */
  tellOver: (visit: string | null) => void;
  nowMs: () => number;
  newClientId: () => string;
  /** Resolves after `delayMs`. */
  wait: (delayMs: number) => Promise<void>;
  onChange: (state: ChatState) => void;
  onNews: (news: { type: "message" | "conversationStarted" | "ratingRequested"; name: string }) => void;
};

export type ChatFollower = {
  onEvent: (event: CustomerEvent, position: string | null) => void;
  onConnection: (connection: "live" | "reconnecting" | "away") => void;
  onRefused: () => void;
};
