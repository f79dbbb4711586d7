import type { ParticipationStatus, ViewerStanding } from "@/domain/pov/isSeenByPrivilege";

export type PartyView = { id: string; kind: "rep" | "contact" | "team" | "organization" | "system"; name: string };

export type ParticipantView = {
  party: PartyView;
  role: "customer" | "responder" | "specialist" | "supervisor" | "member";
  status: ParticipationStatus;
  declineReason: string | null;
  joinedAt: Date | null;
  leftAt: Date | null;
  /** Whether the viewer may remove them; for the viewer, whether they may leave. */
  mayRemove: boolean;
};

export type InteractionView = {
  id: string;
  /** Null if the viewer cannot see the parent, which then does not exist for them (P4). */
  sequenceId: string | null;
  parentId: string | null;
  audience: "customer" | "internal";
  name: string | null;
  startedAt: Date;
  endedAt: Date | null;
  participants: ParticipantView[];
  /** Only a viewer who takes part now may post. */
  viewer: ViewerStanding;
  /** Whether the viewer may end it, or reopen it once it has ended. */
  mayEnd: boolean;
  unreadCount: number;
  lastReadOrdinal: number;
};

/** A shared message. The author is null if the customer's name was not shared (P4). */
export type ExcerptLine = { authorName: string | null; isCustomer: boolean; body: string; sentAt: Date };

export type MessageView = {
  id: string;
  interactionId: string;
  ordinal: number;
  /** The id that the client made, so that an optimistic message and its echo are one. */
  clientId: string;
  author: PartyView;
  aliasName: string;
  isMine: boolean;
  kind: "text" | "note" | "excerpt" | "feedback" | "rating_request";
  body: string;
  excerpt: { customerName: string | null; lines: ExcerptLine[] } | null;
  /** The code of feedback, for its text in the viewer's language. */
  feedback: string | null;
  sentAt: Date;
  editedAt: Date | null;
};

export type MessagePage = { interactionId: string; messages: MessageView[]; hasEarlier: boolean; asOf: string };
