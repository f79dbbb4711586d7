/** A customer's sequence, reduced to what decides where their next message goes. Instants are epoch ms. */
export type Matter = {
  readonly sequenceId: string;
  readonly startedAtMs: number;
  /** Null while it is not closed. */
  readonly closedAtMs: number | null;
};

type Inbound = {
  readonly nowMs: number;
  /** How long after its end a message still reopens a matter. */
  readonly reopenWithinMs: number;
  /** The customer said that this is about something else. */
  readonly isSomethingElse: boolean;
};

/**
 * Where a customer's message goes. The caller may still find that a message which "reopens" belongs to another matter.
 */
export type Resolution =
  | { readonly kind: "goes_on"; readonly sequenceId: string }
  | { readonly kind: "reopens"; readonly sequenceId: string }
  | { readonly kind: "begins" };

/**
 * Where a customer's message goes (R19). It goes on with their newest open matter. Without an open one it reopens the
 * matter that was closed last, if that was within `reopenWithinMs`. Otherwise it begins a new matter. It always begins
 * a new one when the customer said that this is about something else.
 */
export function resolveInbound(matters: readonly Matter[], inbound: Inbound): Resolution {
  const current = currentMatter(matters);
  if (current === null || inbound.isSomethingElse) return { kind: "begins" };
  if (current.closedAtMs === null) return { kind: "goes_on", sequenceId: current.sequenceId };
  const isRecent = inbound.nowMs - current.closedAtMs <= inbound.reopenWithinMs;
  return isRecent ? { kind: "reopens", sequenceId: current.sequenceId } : { kind: "begins" };
}

/** The customer's current matter: the newest open one, else the one closed last; null when they have none. */
export function currentMatter<Known extends Matter>(matters: readonly Known[]): Known | null {
  const open = matters.filter(({ closedAtMs }) => closedAtMs === null);
  return open.length > 0
    ? latest(open, ({ startedAtMs }) => startedAtMs)
    : latest(matters, ({ closedAtMs }) => closedAtMs ?? 0);
}

/** The matter with the latest instant; the greater id decides between equal ones. */
function latest<Known extends Matter>(matters: readonly Known[], instantOf: (matter: Known) => number): Known | null {
  return matters.reduce<Known | null>((found, matter) => {
    if (found === null) return matter;
    const difference = instantOf(matter) - instantOf(found);
    return difference > 0 || (difference === 0 && matter.sequenceId > found.sequenceId) ? matter : found;
  }, null);
}
