import { RateLimiterMemory } from "rate-limiter-flexible";
import { DomainError } from "@/domain/errors";
import { isDatabaseAway, isDatabaseBusy } from "../db/isDatabaseAway";

/** What is limited, by whom, and how much (SECURITY: start values). */
const LIMITS = {
  visitorMessage: { points: 20, duration: 60 },
  visitorTyping: { points: 60, duration: 60 },
  visitOfAddress: { points: 30, duration: 60 * 60 },
} as const;

export type Limited = keyof typeof LIMITS;

export type RateLimits = {
  /**
   * Counts one use and does the work. A use that finds the database away does not count: callers are told to come again
   * every other second, and after an outage they would have to wait for nothing of their own doing.
   *
   * @throws DomainError `too_many_requests` with `retryAfterMs`, and what the work throws
   */
  use<Result>(limited: Limited, key: string, work: () => Promise<Result>): Promise<Result>;
};

/** The limits of one process. */
export function rateLimits(): RateLimits {
  const limiters = Object.fromEntries(
    Object.entries(LIMITS).map(([limited, options]) => [limited, new RateLimiterMemory(options)]),
  );
  return {
    async use(limited, key, work) {
      const limiter = limiters[limited];
      if (!limiter || isWithoutAddress(limited, key)) return work();
      await consume(limiter, key);
      try {
        return await work();
      } catch (error) {
        if (isDatabaseAway(error) || isDatabaseBusy(error)) await limiter.reward(key);
        throw error;
      }
    },
  };
}

async function consume(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (refusal) {
    if (refusal instanceof Error) throw refusal;
    throw new DomainError("too_many_requests", { retryAfterMs: retryAfterMs(refusal) });
  }
}

/**
 * A loopback address does not tell who calls: it is a proxy that we were not told to trust, or a program on this machine.
 * All customers would share one limit.
 */
function isWithoutAddress(limited: Limited, key: string): boolean {
  return limited.endsWith("OfAddress") && key === "loopback";
}

function retryAfterMs(refusal: unknown): number {
  return typeof refusal === "object" && refusal !== null && "msBeforeNext" in refusal
    ? Number(refusal.msBeforeNext)
    : 60_000;
}
