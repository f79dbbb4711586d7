import { existsSync } from "node:fs";
import { runNodeTool } from "../launch/runNodeTool";
import { step } from "../launch/step";

/** Lets Next write the declarations for checking its pages. A fresh clone has none. */
export async function ensureNextTypes(): Promise<void> {
  if (existsSync("next-env.d.ts") || !existsSync("src/app")) return;
  await step("Generating page types", () => runNodeTool("next", ["typegen"]));
}
