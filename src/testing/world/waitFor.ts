const LOOK_EVERY_MS = 20;

/** Calls `look` until it returns something, and returns that. @throws Error with `what` after `withinMs` */
export async function waitFor<Seen>(
  what: string,
  look: () => Promise<Seen | undefined> | Seen | undefined,
  withinMs = 10_000,
): Promise<Seen> {
  const deadlineMs = performance.now() + withinMs;
  while (performance.now() < deadlineMs) {
    const seen = await look();
    if (seen !== undefined) return seen;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  throw new Error(`not within ${withinMs} ms: ${what}`);
}
