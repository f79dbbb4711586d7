import { buildAll } from "../bundle/buildAll";
import { type CommandCall, requireLock } from "../launch/command";
import { keepServer } from "../launch/keeping/keepServer";
import { serve } from "../launch/serve";

/** `npm start`: builds what is missing and runs Parley until it is stopped. */
export default function start({ lock }: CommandCall): Promise<number> {
  return serve(
    {
      prepare: buildAll,
      server: ["build/server.js"],
      seed: ["build/seed.js"],
      nodeEnvironment: "production",
      keep: keepServer,
    },
    requireLock(lock),
  );
}
