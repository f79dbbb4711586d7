import { ForeseenFailure } from "./foreseenFailure";
import { runProgram } from "./runProgram";

const SEED_ARGUMENTS = ["--organizations", "demo"];

/**
 * Plays the demo into the database. The seed itself leaves a database alone that is not empty.
 *
 * @param seed Node's arguments for the seed: its file and its own options
 */
export async function runSeed(seed: readonly string[], environment: Record<string, string>): Promise<void> {
  const { exitCode } = await runProgram(process.execPath, ["--enable-source-maps", ...seed, ...SEED_ARGUMENTS], {
    environment,
    onOutput: (text) => process.stdout.write(text),
  });
  if (exitCode !== 0) throw new ForeseenFailure("The demo could not be loaded; what it said stands above.");
}
