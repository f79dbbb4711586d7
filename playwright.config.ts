import { defineConfig, devices } from "@playwright/test";

// The server is started, on a fresh demo database, by scripts/test/withBuiltServer.ts: run `npm test -- --only e2e`.
const { BASE_URL, CHROMIUM_PATH } = process.env;

const SCREENSHOTS = /screenshots\/.*\.ts$/;

/** No sandbox: root cannot have one. The others keep the browser from traffic of its own. */
const CHROMIUM_FLAGS = [
  "--no-sandbox",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  timeout: 60_000,
  expect: { timeout: 10_000 },
  workers: 1,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  use: {
    ...devices["Desktop Chrome"],
    baseURL: BASE_URL ?? "http://localhost:3000",
    trace: "retain-on-failure",
    launchOptions: { args: CHROMIUM_FLAGS, ...(CHROMIUM_PATH && { executablePath: CHROMIUM_PATH }) },
  },
  projects: [
    { name: "stories", testIgnore: SCREENSHOTS },
    ...(process.env.PARLEY_SCREENSHOTS ? [{ name: "screenshots", testMatch: SCREENSHOTS }] : []),
  ],
});
