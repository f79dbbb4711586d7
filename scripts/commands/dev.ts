import { ensureTypes } from "../bundle/buildAll";
import { buildWidget } from "../bundle/buildWidget";
import type { CommandCall } from "../launch/command";
import { requireLock } from "../launch/requireLock";
import { serve } from "../launch/serve";
import { step } from "../launch/step";

/** `npm run dev`: runs the sources themselves; pages reload by Next, a change of the server needs a restart. */
export default function dev({ lock }: CommandCall): Promise<number> {
  const sources = ["--import", "tsx"];
  return serve(
    {
      prepare: prepareSources,
      server: [...sources, "src/server/main.ts"],
      seed: [...sources, "src/demo/seed.ts"],
      nodeEnvironment: "development",
    },
    requireLock(lock),
  );
}

async function prepareSources(): Promise<void> {
  await ensureTypes();
  await step("Building the widget", () => buildWidget());
}
