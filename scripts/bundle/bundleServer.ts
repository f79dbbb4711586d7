import { build } from "esbuild";
import { ForeseenFailure } from "../launch/foreseenFailure";

const ENTRY_POINTS = {
  server: "src/server/main.ts",
  worker: "src/server/worker.ts",
  fitThread: "src/server/classifier/fitting/fitThread.ts",
  seed: "src/demo/seed.ts",
};

/**
 * Bundles our own code for Node: the server, the worker, the thread of fits, and the seed. Packages stay in
 * node_modules.
 */
export async function bundleServer(outputFolder = "build"): Promise<void> {
  try {
    await build({
      entryPoints: ENTRY_POINTS,
      outdir: outputFolder,
      bundle: true,
      platform: "node",
      format: "esm",
      target: "node20",
      packages: "external",
      alias: { "@": "./src" },
      sourcemap: true,
      logLevel: "silent",
    });
  } catch (error) {
    throw new ForeseenFailure(error instanceof Error ? error.message : String(error));
  }
}
