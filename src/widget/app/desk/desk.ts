import type { PostAsCustomer, RateRequest } from "@/contract/inputs/customer";
import type { CustomerConversation, CustomerRequest } from "@/contract/views/customerViews";
import { toldWaitMs } from "@/domain/time/toldWaitMs";
import { DESK_AWAY, Refusal } from "./refusal";
import { revived } from "./revived";

const CALL_TIMEOUT_MS = 20_000;

/** The desk as the customer may use it: the procedures of `customer.*`, each refusing with a `Refusal`. */
export type Desk = {
  /** Begins a visit, or takes up the one that the same key began a moment ago. */
  begin(visitKey: string): Promise<{ token: string }>;
  /** The newest page of whoever the browser's visitor is now, or an earlier one of the visit that is shown. */
  conversation(before?: string): Promise<CustomerConversation>;
  requests(): Promise<CustomerRequest[]>;
  post(message: PostAsCustomer): Promise<{ messageId: string }>;
  pickCategory(categoryId: string | null): Promise<unknown>;
  rate(rating: RateRequest): Promise<unknown>;
  typing(): Promise<unknown>;
  markRead(): Promise<unknown>;
  /** Ends a visit for good; where it is not named, the browser's. */
  forget(over: Identity): Promise<unknown>;
  /** The answer of the live stream from a position on, in the place of an earlier one of the same `tab`; the caller reads its body. */
  live(from: string, tab: string, signal: AbortSignal): Promise<Response>;
};

/**
 * For whom a frame speaks: the visit that it shows, and the credential where the browser drops the cookie. What one
 * visit's frame says is never taken as another's, whoever the browser's cookie is by then.
 */
export type Identity = { readonly visit: string | null; readonly token: string | null };

/** A desk spoken to by hand-written tRPC calls; the fallback credential travels in a header only. */
export function deskAt(key: string, identity: () => Identity): Desk {
  const headers = ({ visit, token } = identity()): Record<string, string> => ({
    ...(token ? { authorization: `Visitor ${token}` } : {}),
    ...(visit ? { "x-parley-visit": visit } : {}),
  });
  const ask = <T>(procedure: string, input: object, of = headers()) => {
    const query = new URLSearchParams({ input: JSON.stringify({ json: { key, ...input } }) });
    return answerOf<T>(() => fetch(`/api/trpc/${procedure}?${query}`, { headers: of, signal: timeLimit() }));
  };
  const tell = <T>(procedure: string, input: object = {}) => {
    const body = JSON.stringify({ json: { key, ...input } });
    const init = () => ({
      method: "POST",
      body,
      headers: { ...headers(), "content-type": "application/json" },
      signal: timeLimit(),
    });
    return answerOf<T>(() => fetch(`/api/trpc/${procedure}`, init()));
  };
  return {
    begin: (visitKey) => tell("customer.begin", { visitKey }),
    conversation: (before) =>
      before === undefined
        ? ask("customer.conversation", {}, headers({ ...identity(), visit: null }))
        : ask("customer.conversation", { before }),
    requests: () => ask("customer.requests", {}),
    post: ({ categoryId, ...message }) => tell("customer.post", categoryId ? { ...message, categoryId } : message),
    pickCategory: (categoryId) => tell("customer.pickCategory", { categoryId }),
    rate: ({ comment, ...rating }) => tell("customer.rate", comment ? { ...rating, comment } : rating),
    typing: () => tell("customer.typing"),
    markRead: () => tell("customer.markRead"),
    // Sent even where the page is left right now.
    forget: async (over) => {
      const call = fetch(`/w/${key}/forget`, { method: "POST", headers: headers(over), keepalive: true });
      const isDone = await call.then(({ ok }) => ok).catch(() => false);
      if (!isDone) throw new Refusal("unreachable");
    },
    live: (from, tab, signal) =>
      fetch(`/api/customer/live?${new URLSearchParams({ key, from, tab })}`, { headers: headers(), signal }),
  };
}

function timeLimit(): AbortSignal {
  return AbortSignal.timeout(CALL_TIMEOUT_MS);
}

type Wire = { result?: { data: unknown }; error?: { json?: { message?: string }; message?: string }; code?: string };

/** Answers that say "later": too slow, too early, too often. */
const PASSING_STATUS = new Set([408, 425, 429]);

async function answerOf<T>(call: () => Promise<Response>): Promise<T> {
  let wire: Wire;
  try {
    const response = await call();
    const waitMs = toldWaitMs(response.headers.get("retry-after"), Date.now());
    if (response.status === 503) throw new Refusal(DESK_AWAY, waitMs);
    if (response.status >= 500) throw new Refusal("unreachable", waitMs);
    if (PASSING_STATUS.has(response.status)) throw new Refusal("too_many_requests", waitMs);
    // What refuses before the procedures answers in words of its own: the same bytes will be refused again.
    const otherwise = response.status >= 400 ? "invalid_input" : "unreachable";
    wire = await response.json().catch(() => ({ code: otherwise }));
    wire.code ??= otherwise;
  } catch (thrown) {
    throw thrown instanceof Refusal ? thrown : new Refusal("unreachable");
  }
  if (!wire.result) throw new Refusal(wire.error?.json?.message ?? wire.error?.message ?? wire.code ?? "unreachable");
  return revived<T>(wire.result.data);
}
