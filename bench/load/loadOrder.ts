/** A rep's reply after reply into interactions of their own; each writer is one client. */
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

/** A customer and a rep with open streams who write to each other. */
export interface DeliveryPair {
  readonly interactionId: string;
  readonly repCookie: string;
  readonly repFrom: string;
  readonly token: string;
  readonly customerFrom: string;
}

/** Messages at a steady pace between pairs, in turn from either side, with everybody's stream open. */
export interface DeliveryOrder {
  readonly kind: "delivery";
  readonly url: string;
  readonly key: string;
  readonly perSecond: number;
  readonly warmUpMs: number;
  readonly measureMs: number;
  readonly pairs: readonly DeliveryPair[];
}

/** Pages read one after the other, in rounds, by each of the cookies in turn. */
export interface PagesOrder {
  readonly kind: "pages";
  readonly url: string;
  readonly rounds: number;
  readonly warmUpRounds: number;
  readonly pages: readonly { name: string; path: string; cookies: readonly string[] }[];
}

export type LoadOrder = MessagesOrder | RequestsOrder | DeliveryOrder | PagesOrder;

/** How many calls failed, by their answer. A benchmark with errors measures nothing. */
export type LoadErrors = Record<string, number>;

export interface Throughput {
  readonly perSecond: number;
  /** All that was done, the warm-up included. */
  readonly doneCount: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Of one core, what the load generator itself took. */
  readonly generatorCoreShare: number;
  readonly errors: LoadErrors;
}

export interface Delivery {
  readonly sent: number;
  /** Sent, but not seen on the other side within the time. */
  readonly lost: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly toRepP99Ms: number;
  readonly toCustomerP99Ms: number;
  /** Until the sender's own call was answered. */
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

/** What each kind of order is answered with. */
export interface LoadResults {
  readonly messages: Throughput;
  readonly requests: Throughput;
  readonly delivery: Delivery;
  readonly pages: Pages;
}
