import { runBench } from "../../bench/run";
import { buildAll } from "../bundle/buildAll";
import type { CommandCall } from "../launch/command";

/** `npm run bench`: builds what changed and measures it, as bench/README.md says. */
export default async function bench({ arguments: words }: CommandCall): Promise<number> {
  await buildAll();
  await runBench(words);
  return 0;
}
