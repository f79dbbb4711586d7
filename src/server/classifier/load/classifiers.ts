import type pg from "pg";
import type { Logger } from "pino";
import { type KeptClassifier, type LiveModel, refreshClassifier } from "./refreshClassifier";

/** The live models of the organizations that this process serves. */
export type Classifiers = {
  /**
   * The model that answers now; null if there is none. If `stamp` is newer than what this process knows, it refreshes
   * in the background, and the caller gets the model as it was. Callers wait only for the first load, and for what this
   * process itself has just changed.
   *
   * @param stamp the classifier's stamp, read together with what is to be classified; 0 if there is no classifier
   */
  of(organizationId: string, stamp: number): Promise<LiveModel | null>;
  /** Refreshes in the background after a commit of this process. The next callers of `of` wait for it. */
  look(organizationId: string): void;
  /** The model, once it has loaded and learned everything that is committed now; null if there is none. */
  upToDate(organizationId: string): Promise<LiveModel | null>;
};

/** The most models in memory, at 10 to 20 MB each. The one that was asked for longest ago is dropped first. */
const KEPT_MAX = 10;

type Kept = KeptClassifier & {
  /** The refresh that runs now; null if there is none. */
  refreshing: Promise<void> | null;
  /** What callers of `of` wait for; null if they need not wait. */
  waitedFor: Promise<void> | null;
  isAskedAgain: boolean;
};

/** Keeps live models. Each is loaded once, and then learns example by example, in the same order in all processes. */
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
