import { ensureTypes } from "../bundle/buildAll";
import type { CommandCall } from "../launch/command";
import { ForeseenFailure } from "../launch/foreseenFailure";
import { runBrowserStories } from "../test/runBrowserStories";
import { stopTestPostgresIfIdle } from "../test/testPostgres";

/** `npm run story -- <file> [-g <title>]`: plays the stories of one file of e2e. Returns 1 if one of them failed. */
export default async function story({ arguments: chosen }: CommandCall): Promise<number> {
  if (chosen.length === 0) throw new ForeseenFailure('Usage: npm run story -- e2e/<file>.spec.ts [-g "<title>"]');
  await ensureTypes();
  const { isPassed } = await runBrowserStories(chosen);
  await stopTestPostgresIfIdle();
  return isPassed ? 0 : 1;
}
