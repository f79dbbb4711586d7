import { resolve } from "node:path";
import { ForeseenFailure } from "../launch/foreseenFailure";
import { runNodeTool } from "../launch/runNodeTool";

/** Makes Prisma use our schema engine instead of downloading its own, and send no usage reports. */
const PRISMA_ENVIRONMENT = {
  PRISMA_SCHEMA_ENGINE_BINARY: resolve("scripts/schemaEngine.mjs"),
  PRISMA_HIDE_UPDATE_MESSAGE: "1",
  CHECKPOINT_DISABLE: "1",
};

/** Runs a Prisma command against a database and returns its output. @throws ForeseenFailure with the output if it fails */
export async function runPrisma(args: readonly string[], databaseUrl = ""): Promise<string> {
  const { exitCode, output } = await runNodeTool("prisma", args, {
    environment: { ...PRISMA_ENVIRONMENT, DATABASE_URL: databaseUrl },
  });
  if (exitCode !== 0) throw new ForeseenFailure(`“prisma ${args.join(" ")}” failed:\n${output.trim()}`);
  return output;
}
