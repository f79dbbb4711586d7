import type { CustomerSequenceState } from "@/domain/request/sequenceState";

/**
 * What a customer is shown. No field can hold a rep's identity (P8, P10); there is only an alias. Ids are sealed for
 * this customer, and reveal no order, time or count (P1).
 */

export type CustomerMessage = {
  id: string;
  clientId: string | null;
  from: "you" | "them";
  /** Null for "you". */
  alias: { name: string; picture: string | null } | null;
  kind: "text" | "feedback" | "rating_request";
  body: string;
  /**
   * Code and facts of feedback (`out_of_hours`, `shortly`, `pending`, `went_away`, `retired_no_answer`,
   * `asked_category`). The widget's catalogue has the words.
   */
  feedback: {
    code: string;
    facts: Record<string, string | number | null>;
    /**
     * For `asked_category`: the best of the offered categories, at most three. Ids are those of `offeredCategories`.
     */
    likelyCategories?: { id: string; name: string }[];
  } | null;
  rating: CustomerRating | null;
  sentAt: Date;
  editedAt: Date | null;
};

export type CustomerRating = { id: string; score: number | null; comment: string | null };

/** The state of the customer's matter. The server decides it, and the widget only words it. */
export type CustomerStatus =
  | { code: "idle" }
  | { code: "waiting"; since: Date }
  | { code: "answered" }
  | { code: "needs_answer" }
  | { code: "closed_hours"; opensAt: Date | null }
  | { code: "ended" };

/** One of the customer's sequences, with its subject. */
export type CustomerRequest = { id: string; subject: string; state: CustomerSequenceState; startedAt: Date };

export type CustomerConversation = {
  /** Names the visit of the page, so that nothing is sent as another visitor. It is not a credential. */
  visit: string;
  organization: { name: string; picture: string | null };
  messages: CustomerMessage[];
  hasEarlier: boolean;
  status: CustomerStatus;
  unreadCount: number;
  /** Offered when a request has no category yet (R8); ids are sealed. */
  offeredCategories: { id: string; name: string }[];
  asksCategory: boolean;
  /** The position in this customer's list from which the stream continues. */
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
  /** The customer's status, and how many messages up to here they have not read in any tab. */
  | { type: "status"; status: CustomerStatus; asksCategory: boolean; unreadCount: number }
  | { type: "typing"; alias: { name: string; picture: string | null }; untilMs: number }
  /** The visit ended, here or in another tab. Nothing of it may be shown any more. */
  | { type: "over" }
  | { type: "resync" };
