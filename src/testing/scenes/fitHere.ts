import type { ComparedExample } from "@/domain/classifier/fit/compareFits";
import type { Fitting } from "@/server/classifier/commands/fitWaiting";
import { fitInSteps } from "@/server/classifier/fitting/fitInSteps";

/** Fits as the product does, but in this thread, so that tests need not start one for each fit. */
export const FIT_HERE: Fitting = {
  signal: new AbortController().signal,
  async fit({ examples, ...options }) {
    const all: ComparedExample[] = [];
    for await (const part of examples) all.push(...part);
    const steps = fitInSteps(all, options);
    let step = steps.next();
    while (step.done !== true) step = steps.next();
    return step.value;
  },
};
