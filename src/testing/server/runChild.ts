import { type ChildProcess, spawn } from "node:child_process";
import { resolve } from "node:path";

const OUTPUT_KEPT_MAX = 20_000;

export type Child = {
  readonly process: ChildProcess;
  /** The last 20,000 characters of its output so far. */
  output(): string;
  /** Its exit code, or null if a signal ended it. */
  readonly ended: Promise<number | null>;
};

/** Starts a TypeScript file, named from the project's root, as its own process. */
export function runChild(file: string, environment: Record<string, string>): Child {
  let output = "";
  const child = spawn(process.execPath, ["--import", "tsx", resolve(import.meta.dirname, "../../..", file)], {
    cwd: resolve(import.meta.dirname, "../../.."),
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => {
      output = `${output}${chunk.toString("utf8")}`.slice(-OUTPUT_KEPT_MAX);
    });
  const ended = new Promise<number | null>((settle) => child.once("exit", (code) => settle(code)));
  return { process: child, output: () => output, ended };
}
