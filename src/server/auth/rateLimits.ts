import { RateLimiterMemory } from "rate-limiter-flexible";
import { DomainError } from "@/domain/errors";

/** What is limited, by whom, and how much (SECURITY: start values). */
const LIMITS = {
  visitorMessage: { points: 20, duration: 60 },
  visitorTyping: { points: 60, duration: 60 },
  visitOfAddress: { points: 30, duration: 60 * 60 },
} as const;

export type Limited = keyof typeof LIMITS;

export type RateLimits = {
  /** Counts one use. @throws DomainError `too_many_requests` with `retryAfterMs` */
  use(limited: Limited, key: string): Promise<void>;
};

/** The limits of one process. */
export function rateLimits(): RateLimits {
  const limiters = Object.fromEntries(
    Object.entries(LIMITS).map(([limited, options]) => [limited, new RateLimiterMemory(options)]),
  );
  return {
    async use(limited, key) {
      const limiter = limiters[limited];
      if (!limiter || isWithoutAddress(limited, key)) return;
      try {
        await limiter.consume(key);
      } catch (refusal) {
        if (refusal instanceof Error) throw refusal;
        throw new DomainError("too_many_requests", { retryAfterMs: retryAfterMs(refusal) });
      }
    },
  };
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
