import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { foreseen } from "./foreseen.mjs";
import { freeMegabytes } from "./freeMegabytes.mjs";

const INSTALL_NEEDS_MB = 1500;
const OUTPUT_LINES_SHOWN_MAX = 15;

/** Installs the packages of package-lock.json. If they are all there, this takes milliseconds. */
export async function installPackages() {
  if (isInstalled()) return;
  if (freeMegabytes(".") < INSTALL_NEEDS_MB) {
    throw foreseen(
      `The disk is nearly full: ${freeMegabytes(".")} MB are free, and a first start needs about ${INSTALL_NEEDS_MB} MB. Free some space and start again.`,
    );
  }
  process.stdout.write("Installing packages …");
  const startedMs = Date.now();
  const { exitCode, output } = await npmCleanInstall();
  process.stdout.write(` ${Math.round((Date.now() - startedMs) / 1000)} s\n`);
  if (exitCode !== 0) throw foreseen(installFailureMessage(output));
}

/**
 * Compares npm's own record in node_modules with the lock. File times do not help, because git sets them at every
 * checkout. npm writes its record last, so an interrupted installation does not count.
 */
function isInstalled() {
  try {
    const wanted = JSON.parse(readFileSync("package-lock.json", "utf8")).packages;
    const present = JSON.parse(readFileSync("node_modules/.package-lock.json", "utf8")).packages;
    return Object.entries(wanted).every(
      ([path, { version, optional }]) =>
        path === "" || (optional && !present[path]) || present[path]?.version === version,
    );
  } catch {
    return false;
  }
}

/** Includes development packages explicitly: NODE_ENV=production would leave them out, and a build needs them. */
function npmCleanInstall() {
  const viaNpm = process.env.npm_execpath?.endsWith("npm-cli.js");
  const [program, ...programArguments] = viaNpm ? [process.execPath, process.env.npm_execpath] : ["npm"];
  const options = ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...programArguments, ...options], {
      stdio: ["ignore", "pipe", "pipe"],
      shell: process.platform === "win32",
    });
    let output = "";
    const collect = (chunk) => {
      output += chunk;
    };
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.on("error", reject);
    child.on("close", (exitCode) => resolve({ exitCode, output }));
  });
}

function installFailureMessage(output) {
  if (/ENOSPC/.test(output))
    return "The disk became full while packages were installed. Free some space and start again.";
  const lastLines = output.trim().split("\n").slice(-OUTPUT_LINES_SHOWN_MAX).join("\n");
  const cause = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT/.test(output)
    ? "The package registry cannot be reached. Check the network connection."
    : "npm could not install the packages.";
  return `${cause} It said:\n${lastLines}`;
}
