import type { PostAsCustomer, RateRequest } from "@/contract/inputs/customer";
import type { CustomerConversation, CustomerRequest } from "@/contract/views/customerViews";
import { toldWaitMs } from "@/domain/time/toldWaitMs";
import { DESK_AWAY, Refusal } from "./refusal";
import { revived } from "./revived";

const CALL_TIMEOUT_MS = 20_000;

/** The desk for the customer: the procedures of `customer.*`. Each rejects with a `Refusal`. */
export type Desk = {
  /** Begins a visit, or continues the one that the same key began a moment ago. */
  begin(visitKey: string): Promise<{ token: string }>;
  /** The newest page of the browser's present visitor, or the page before a message of the shown visit. */
  conversation(before?: string): Promise<CustomerConversation>;
  requests(): Promise<CustomerRequest[]>;
  post(message: PostAsCustomer): Promise<{ messageId: string }>;
  pickCategory(categoryId: string | null): Promise<unknown>;
  rate(rating: RateRequest): Promise<unknown>;
  typing(): Promise<unknown>;
  markRead(): Promise<unknown>;
  /** Ends a visit for good; the browser's if `over` names none. */
  forget(over: Identity): Promise<unknown>;
  /** Opens the live stream at a position, replacing an earlier one of the same `tab`. The caller reads the body. */
  live(from: string, tab: string, signal: AbortSignal): Promise<Response>;
};

/**
 * The visitor for whom a frame makes calls: the shown visit, and the credential if the browser drops the cookie. The
 * desk refuses calls for one visit that arrive with the cookie of another.
 */
export type Identity = { readonly visit: string | null; readonly token: string | null };

/** A desk reached by hand-written tRPC calls. The fallback credential travels in a header only. */
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
    // `keepalive` sends it even if the page is left right now.
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

/** Statuses that ask for a later try: too slow, too early, too often. */
const PASSING_STATUS = new Set([408, 425, 429]);

async function answerOf<T>(call: () => Promise<Response>): Promise<T> {
  let wire: Wire;
  try {
    const response = await call();
    const waitMs = toldWaitMs(response.headers.get("retry-after"), Date.now());
    if (response.status === 503) throw new Refusal(DESK_AWAY, waitMs);
    if (response.status >= 500) throw new Refusal("unreachable", waitMs);
    if (PASSING_STATUS.has(response.status)) throw new Refusal("too_many_requests", waitMs);
    // A refusal before the procedures has another form, and the same bytes will be refused again.
    const otherwise = response.status >= 400 ? "invalid_input" : "unreachable";
    wire = await response.json().catch(() => ({ code: otherwise }));
    wire.code ??= otherwise;
  } catch (thrown) {
    throw thrown instanceof Refusal ? thrown : new Refusal("unreachable");
  }
  if (!wire.result) throw new Refusal(wire.error?.json?.message ?? wire.error?.message ?? wire.code ?? "unreachable");
  return revived<T>(wire.result.data);
}
