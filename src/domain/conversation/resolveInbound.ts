/** One matter of a customer, as far as the way of their next message looks at it. Instants are epoch ms. */
export type Matter = {
  readonly sequenceId: string;
  readonly startedAtMs: number;
  /** Null while it is open, in whatever state. */
  readonly closedAtMs: number | null;
};

type Inbound = {
  readonly nowMs: number;
  /** How long after its end a matter is brought back by a message. */
  readonly reopenWithinMs: number;
  /** The customer said that this is about something else. */
  readonly isSomethingElse: boolean;
};

/** Where a customer's message goes. A closed matter that it would bring back may turn out to be another one's. */
export type Resolution =
  | { readonly kind: "goes_on"; readonly sequenceId: string }
  | { readonly kind: "reopens"; readonly sequenceId: string }
  | { readonly kind: "begins" };

/**
 * Where a customer's message goes (R19): into their newest open matter; only without one into the matter that was
 * closed last, if that is not long ago; else it begins a new one, as it does when they say that it is something else.
 */
export function resolveInbound(matters: readonly Matter[], inbound: Inbound): Resolution {
  const current = currentMatter(matters);
  if (current === null || inbound.isSomethingElse) return { kind: "begins" };
  if (current.closedAtMs === null) return { kind: "goes_on", sequenceId: current.sequenceId };
  const isRecent = inbound.nowMs - current.closedAtMs <= inbound.reopenWithinMs;
  return isRecent ? { kind: "reopens", sequenceId: current.sequenceId } : { kind: "begins" };
}

/** The matter that a customer stands with: the newest open one, else the one closed last; null where there is none. */
export function currentMatter<Known extends Matter>(matters: readonly Known[]): Known | null {
  const open = matters.filter(({ closedAtMs }) => closedAtMs === null);
  return open.length > 0
    ? latest(open, ({ startedAtMs }) => startedAtMs)
    : latest(matters, ({ closedAtMs }) => closedAtMs ?? 0);
}

/** Of two that are equally late the one with the later id stands. */
function latest<Known extends Matter>(matters: readonly Known[], instantOf: (matter: Known) => number): Known | null {
  return matters.reduce<Known | null>((found, matter) => {
    if (found === null) return matter;
    const difference = instantOf(matter) - instantOf(found);
    return difference > 0 || (difference === 0 && matter.sequenceId > found.sequenceId) ? matter : found;
  }, null);
}
