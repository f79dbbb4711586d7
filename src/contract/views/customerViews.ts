import type { CustomerSequenceState } from "@/domain/request/sequenceState";

/**
 * What a customer is shown. No field here can hold a rep's identity (P8, P10): there is an alias and nothing else.
 * Ids are sealed for this customer alone and tell no order, time or count (P1).
 */

export type CustomerMessage = {
  id: string;
  clientId: string | null;
  from: "you" | "them";
  /** Null for "you". */
  alias: { name: string; picture: string | null } | null;
  kind: "text" | "feedback" | "rating_request";
  body: string;
  /** Code and facts of a feedback, worded by the widget's catalogue: `out_of_hours`, `shortly`, `pending`, `went_away`, `retired_no_answer`, `asked_category`. */
  feedback: {
    code: string;
    facts: Record<string, string | number | null>;
    /** With `asked_category`: those of the offered categories that fit best, at most three; ids as in `offeredCategories`. */
    likelyCategories?: { id: string; name: string }[];
  } | null;
  rating: CustomerRating | null;
  sentAt: Date;
  editedAt: Date | null;
};

export type CustomerRating = { id: string; score: number | null; comment: string | null };

/** Where the customer stands; the server decides, the widget only words it. */
export type CustomerStatus =
  | { code: "idle" }
  | { code: "waiting"; since: Date }
  | { code: "answered" }
  | { code: "needs_answer" }
  | { code: "closed_hours"; opensAt: Date | null }
  | { code: "ended" };

/** One of the customer's own matters, in their words. */
export type CustomerRequest = { id: string; subject: string; state: CustomerSequenceState; startedAt: Date };

export type CustomerConversation = {
  /** Names the visit whose page it is, so that nothing said on it is taken as another visitor's; no credential. */
  visit: string;
  organization: { name: string; picture: string | null };
  messages: CustomerMessage[];
  hasEarlier: boolean;
  status: CustomerStatus;
  unreadCount: number;
  /** Offered when a request has no category yet (R8); ids are sealed. */
  offeredCategories: { id: string; name: string }[];
  asksCategory: boolean;
  /** Position in this customer's own list: where its stream goes on. */
  asOf: string;
};

export type WidgetConfiguration = {
  key: string;
  title: string;
  greeting: string;
  accent: string;
  organization: { name: string; picture: string | null };
  offeredCategories: { id: string; name: string }[];
  locale: string;
  hours: { isOpen: boolean; opensAt: Date | null };
};

export type CustomerEvent =
  | { type: "message"; message: CustomerMessage }
  | { type: "message_removed"; messageId: string }
  /** Where they stand, and how much of what was told up to here they have not read, in whichever tab. */
  | { type: "status"; status: CustomerStatus; asksCategory: boolean; unreadCount: number }
  | { type: "typing"; alias: { name: string; picture: string | null }; untilMs: number }
  /** The visit was ended, here or in another tab: nothing of it may be shown any more. */
  | { type: "over" }
  | { type: "resync" };
