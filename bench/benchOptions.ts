import { parseArgs } from "node:util";
import { ForeseenFailure } from "../scripts/launch/foreseenFailure";

export type BenchPart = "a" | "b" | "c" | "d" | "e";

/** What to measure, and how long. */
export interface BenchOptions {
  readonly parts: readonly BenchPart[];
  /** How long each figure of part a is measured, after the warm-up. */
  readonly measureMs: number;
  /** The numbers of sequences in part c, ascending. */
  readonly sizes: readonly number[];
  readonly jsonFile: string | undefined;
  /** Where the server writes a CPU profile of its whole run. */
  readonly profileFolder: string | undefined;
}

const PARTS: readonly BenchPart[] = ["a", "b", "c", "d", "e"];
const SIZES = [1_000, 100_000, 1_000_000];
const SECONDS_MAX = 600;

/** How to call the command. */
export const BENCH_USAGE = `npm run bench -- [options]
  --only a|b|c|d|e    one part: a throughput, b delivery, c growth, d idle streams, e long bodies
  --seconds 8         how long each figure of throughput is measured
  --sizes 1000,100000,1000000   numbers of sequences of part c
  --json FILE         writes all figures with facts of the machine
  --profile FOLDER    the server writes a CPU profile there`;

/** Reads the command line. @throws ForeseenFailure with what is wrong with it */
export function benchOptions(words: readonly string[]): BenchOptions {
  const values = readWords(words);
  const parts = PARTS.filter((part) => values.only === undefined || values.only === part);
  const seconds = Number(values.seconds);
  const sizes = values.sizes?.split(",").map(Number) ?? SIZES;
  if (parts.length === 0) throw new ForeseenFailure(`--only is a, b, c, d or e, not “${values.only}”.`);
  if (!(seconds >= 1 && seconds <= SECONDS_MAX)) throw new ForeseenFailure(`--seconds is from 1 to ${SECONDS_MAX}.`);
  if (!sizes.every((size, index) => size >= 1_000 && size % 1_000 === 0 && size > (sizes[index - 1] ?? 0))) {
    throw new ForeseenFailure("--sizes are whole thousands, ascending.");
  }
  return { parts, measureMs: seconds * 1000, sizes, jsonFile: values.json, profileFolder: values.profile };
}

function readWords(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      options: {
        only: { type: "string" },
        seconds: { type: "string", default: "8" },
        sizes: { type: "string" },
        json: { type: "string" },
        profile: { type: "string" },
      },
    }).values;
  } catch (error) {
    throw new ForeseenFailure(`${error instanceof Error ? error.message : error}\n\n${BENCH_USAGE}`);
  }
}
