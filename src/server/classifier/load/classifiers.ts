import type pg from "pg";
import type { Logger } from "pino";
import { type KeptClassifier, type LiveModel, refreshClassifier } from "./refreshClassifier";

/** The live models of the organizations for which this process works. */
export type Classifiers = {
  /**
   * The model that answers now; null where there is none.
   *
   * @param stamp as it was read together with what is to be classified; 0: the organization has no classifier. A stamp
   *   that is newer than what is known is looked into beside the caller, who gets the answer of a moment before. Waited
   *   for are only the first load, and what this very process has just been taught.
   */
  of(organizationId: string, stamp: number): Promise<LiveModel | null>;
  /** Looks, beside the caller, at what a commit of this process has changed. */
  look(organizationId: string): void;
  /** The model once all is loaded and learnt that is committed now. */
  upToDate(organizationId: string): Promise<LiveModel | null>;
};

/** Models in memory at once, at some 10 to 20 MB each; the one that was asked for longest ago goes first. */
const KEPT_MAX = 10;

type Kept = KeptClassifier & {
  /** Null while nothing is under way. */
  refreshing: Promise<void> | null;
  /** What callers of `of` wait for, if anything. */
  waitedFor: Promise<void> | null;
  isAskedAgain: boolean;
};

/** Keeps live models: each is loaded once and then taught example by example, in the order that all processes share. */
export function classifiers({ pool, log }: { pool: pg.Pool; log: Logger }): Classifiers {
  const kept = new Map<string, Kept>();

  const keptOf = (organizationId: string): Kept => {
    const one = kept.get(organizationId) ?? newlyKept(organizationId);
    kept.delete(organizationId);
    kept.set(organizationId, one);
    for (const [id] of kept) if (kept.size > KEPT_MAX) kept.delete(id);
    return one;
  };
  const refreshUntilCurrent = async (one: Kept) => {
    while (one.isAskedAgain) {
      one.isAskedAgain = false;
      await refreshClassifier(one, { pool, log });
    }
  };
  const refresh = (one: Kept): Promise<void> => {
    one.isAskedAgain = true;
    one.refreshing ??= refreshUntilCurrent(one)
      .catch((error: unknown) => log.warn({ err: error }, "a classifier was not read"))
      .finally(() => {
        one.refreshing = null;
      });
    return one.refreshing;
  };
  const refreshWaitedFor = (one: Kept): void => {
    if (one.waitedFor !== null) return void refresh(one);
    one.waitedFor = new Promise((settle) => {
      one.letGo = () => {
        one.waitedFor = null;
        settle();
      };
    });
    void refresh(one).then(() => one.letGo());
  };

  return {
    async of(organizationId, stamp) {
      if (stamp === 0) return null;
      const one = keptOf(organizationId);
      if (one.stamp === 0 && one.waitedFor === null) refreshWaitedFor(one);
      else if (one.stamp < stamp && one.refreshing === null) void refresh(one);
      await one.waitedFor;
      return one.live;
    },
    look(organizationId) {
      const one = kept.get(organizationId);
      if (one !== undefined) refreshWaitedFor(one);
    },
    async upToDate(organizationId) {
      const one = keptOf(organizationId);
      await refresh(one);
      return one.live;
    },
  };
}

function newlyKept(organizationId: string): Kept {
  const nothing = { stamp: 0, live: null, learntUpTo: 0, letGo: () => undefined };
  return { organizationId, ...nothing, refreshing: null, waitedFor: null, isAskedAgain: false };
}
