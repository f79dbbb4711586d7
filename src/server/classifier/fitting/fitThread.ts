import { parentPort, workerData } from "node:worker_threads";
import type { ComparedExample } from "@/domain/classifier/fit/compareFits";
import { type FitOptions, fitInSteps } from "./fitInSteps";
import type { FromFitThread, ToFitThread } from "./fitInThread";

// This file runs as a thread that fits one model. It receives examples in parts, and sends progress and the model.

/** How often progress is sent. */
const TOLD_EVERY_MS = 1_000;

const port = parentPort;
if (port === null) throw new Error("fitThread must run as a worker thread");
const options = workerData as FitOptions;
const examples: ComparedExample[] = [];

const tell = (word: FromFitThread, transferred: readonly ArrayBuffer[] = []) =>
  port.postMessage(word, [...transferred]);

port.on("message", (word: ToFitThread) => {
  if (word.kind === "examples") examples.push(...word.examples);
  else fitAndTell();
});

function fitAndTell(): void {
  const steps = fitInSteps(examples, options);
  let toldAtMs = performance.now();
  let step = steps.next();
  while (step.done !== true) {
    if (performance.now() - toldAtMs >= TOLD_EVERY_MS) {
      toldAtMs = performance.now();
      tell({ kind: "progress", progress: step.value });
    }
    step = steps.next();
  }
  const weights = Uint8Array.from(step.value.weights);
  tell({ kind: "fitted", fitted: { ...step.value, weights } }, [weights.buffer]);
  port?.close();
}
