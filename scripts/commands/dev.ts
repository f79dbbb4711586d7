import { ensureTypes } from "../bundle/buildAll";
import { buildWidget } from "../bundle/buildWidget";
import { type CommandCall, requireLock } from "../launch/command";
import { ForeseenFailure } from "../launch/foreseenFailure";
import { restartOnChange } from "../launch/keeping/restartOnChange";
import { watchServerSources } from "../launch/keeping/serverSources";
import { runProgram } from "../launch/runProgram";
import { serve } from "../launch/serve";
import { step } from "../launch/step";

const FROM_SOURCES = ["--import", "tsx"];

/** `npm run dev`: runs the sources. Next reloads the pages, and the server is started again when its sources change. */
export default function dev({ lock }: CommandCall): Promise<number> {
  return serve(
    {
      prepare: prepareSources,
      server: [...FROM_SOURCES, "src/server/main.ts"],
      seed: [...FROM_SOURCES, "src/demo/seed.ts"],
      nodeEnvironment: "development",
      keep: (start) =>
        restartOnChange(start, {
          changes: watchServerSources("."),
          prepare: () => prepareRestart(start.environment),
        }),
    },
    requireLock(lock),
  );
}

async function prepareSources(): Promise<void> {
  await ensureTypes();
  await step("Building the widget", () => buildWidget());
}

async function prepareRestart(environment: Record<string, string>): Promise<void> {
  const { exitCode, output } = await runProgram(
    process.execPath,
    [...FROM_SOURCES, "scripts/launch/keeping/prepareRestart.ts"],
    { environment },
  );
  if (exitCode !== 0) throw new ForeseenFailure(output.trim());
}
