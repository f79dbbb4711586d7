import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";
import { ForeseenFailure } from "../launch/foreseenFailure";
import { runNodeTool } from "../launch/runNodeTool";
import { runProgram } from "../launch/runProgram";
import { step } from "../launch/step";

const SYSTEM_BROWSERS = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];
const DEBIAN_PACKAGE_TOOL = "/usr/bin/apt-get";

/**
 * Finds a Chromium: CHROMIUM_PATH, then the system's, then Playwright's. If there is none, installs Debian's package if
 * it may, and otherwise Playwright's.
 *
 * @throws ForeseenFailure if none could be installed
 */
export async function ensureChromium(): Promise<string> {
  const present = findChromium();
  if (present) return present;
  const output = await step("Installing Chromium", installChromium);
  const installed = findChromium();
  if (installed) return installed;
  throw new ForeseenFailure(
    `No Chromium could be installed. Install one and name it in CHROMIUM_PATH.\n${output.trim().slice(-2000)}`,
  );
}

function findChromium(): string | undefined {
  const candidates = [process.env.CHROMIUM_PATH, ...SYSTEM_BROWSERS, chromium.executablePath()];
  return candidates.find((path) => path && existsSync(path));
}

async function installChromium(): Promise<string> {
  const mayUseDebian = process.getuid?.() === 0 && existsSync(DEBIAN_PACKAGE_TOOL);
  const output = mayUseDebian ? await installDebianPackage() : "";
  if (findChromium()) return output;
  return output + (await runNodeTool("@playwright/test", ["install", "chromium"])).output;
}

async function installDebianPackage(): Promise<string> {
  const environment = { DEBIAN_FRONTEND: "noninteractive" };
  const update = await runProgram(DEBIAN_PACKAGE_TOOL, ["update"], { environment });
  const install = await runProgram(DEBIAN_PACKAGE_TOOL, ["install", "--yes", "--no-install-recommends", "chromium"], {
    environment,
  });
  return update.output + install.output;
}
