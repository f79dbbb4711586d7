import { setTimeout as pause } from "node:timers/promises";

const CHECK_EVERY_MS = 50;

/** Asks repeatedly until the answer is true. Returns false if it was not within `budgetMs`. */
export async function waitUntil(isDone: () => boolean | Promise<boolean>, budgetMs: number): Promise<boolean> {
  const deadlineMs = Date.now() + budgetMs;
  while (!(await isDone())) {
    if (Date.now() > deadlineMs) return false;
    await pause(CHECK_EVERY_MS);
  }
  return true;
}
