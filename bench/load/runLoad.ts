import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { LoadOrder, LoadResults } from "./loadOrder";

/** What the load process sends at its end. */
export type LoadAnswer = { result: LoadResults[LoadOrder["kind"]] } | { failure: string };

/** Carries out an order in a separate process, so that load generator and benchmark do not share an event loop. */
export function runLoad<Kind extends LoadOrder["kind"]>(
  order: Extract<LoadOrder, { kind: Kind }>,
): Promise<LoadResults[Kind]> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL("loadProcess.ts", import.meta.url)), { execArgv: ["--import", "tsx"] });
    child.on("error", reject);
    child.on("exit", (exitCode) => reject(new Error(`The load process ended with ${exitCode}.`)));
    child.on("message", (answer: LoadAnswer) => {
      if ("failure" in answer) reject(new Error(answer.failure));
      // The load process answers with the result of the order's own kind; the channel between them has no types.
      else resolve(answer.result as LoadResults[Kind]);
    });
    child.send(order);
  });
}
