/** Replies of reps, one after the other, into their own interactions. Each writer is one client. */
export interface MessagesOrder {
  readonly kind: "messages";
  readonly url: string;
  readonly warmUpMs: number;
  readonly measureMs: number;
  readonly writers: readonly { cookie: string; interactionIds: readonly string[] }[];
}

/** New customers, each with a first message. */
export interface RequestsOrder {
  readonly kind: "requests";
  readonly url: string;
  readonly key: string;
  readonly clients: number;
  readonly warmUpMs: number;
  readonly measureMs: number;
  readonly openings: readonly string[];
}

/** A customer and a rep who write to each other, both with an open stream. */
export interface DeliveryPair {
  readonly interactionId: string;
  readonly repCookie: string;
  readonly repFrom: string;
  readonly token: string;
  readonly customerFrom: string;
}

/** Messages at a steady pace between pairs, from both sides in turn, with all streams open. */
export interface DeliveryOrder {
  readonly kind: "delivery";
  readonly url: string;
  readonly key: string;
  readonly perSecond: number;
  readonly warmUpMs: number;
  readonly measureMs: number;
  readonly pairs: readonly DeliveryPair[];
}

/** Pages that are read one after the other, in rounds, with the cookies in turn. */
export interface PagesOrder {
  readonly kind: "pages";
  readonly url: string;
  readonly rounds: number;
  readonly warmUpRounds: number;
  readonly pages: readonly { name: string; path: string; cookies: readonly string[] }[];
}

export type LoadOrder = MessagesOrder | RequestsOrder | DeliveryOrder | PagesOrder;

/** The number of failed calls, by their answer. Figures with errors mean nothing. */
export type LoadErrors = Record<string, number>;

export interface Throughput {
  readonly perSecond: number;
  /** The number of successful actions, including the warm-up. */
  readonly doneCount: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** The share of one core that the load generator itself used. */
  readonly generatorCoreShare: number;
  readonly errors: LoadErrors;
}

export interface Delivery {
  readonly sent: number;
  /** The number sent but not seen on the other side in time. */
  readonly lost: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly toRepP99Ms: number;
  readonly toCustomerP99Ms: number;
  /** The time until the sender's own call was answered. */
  readonly answerP50Ms: number;
  readonly errors: LoadErrors;
}

export interface PageTime {
  readonly name: string;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly bytes: number;
}

export interface Pages {
  readonly pages: readonly PageTime[];
  readonly errors: LoadErrors;
}

/** The result of each kind of order. */
export interface LoadResults {
  readonly messages: Throughput;
  readonly requests: Throughput;
  readonly delivery: Delivery;
  readonly pages: Pages;
}
