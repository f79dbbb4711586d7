import { resolve } from "node:path";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "@": resolve(import.meta.dirname, "src") } },
  test: {
    include: ["src/**/*.test.{ts,tsx}", "scripts/**/*.test.ts", "bench/**/*.test.ts"],
    globalSetup: "scripts/test/globalSetup.ts",
    setupFiles: ["src/testing/laws/seededLaws.ts"],
    pool: "forks",
    maxWorkers: 2,
    retry: 0,
    coverage: {
      include: ["src/{domain,contract,server,client,features}/**/*.ts", "src/widget/app/**/*.ts"],
      exclude: ["**/*.test.ts", "**/*.d.ts", "src/server/db/generated/**"],
      reporter: ["text-summary"],
    },
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
});
