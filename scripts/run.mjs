// The entry of `npm start`, `npm run dev`, `npm test` and the like. It needs only Node, installs the packages, and then
// runs scripts/commands/<name>.ts. Imports are dynamic, so that an old Node reaches the sentence about its version.

import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const NODE_REQUIRED = [20, 19];
/** Commands that own the clone's database. Only one of them can run at a time. */
const EXCLUSIVE_COMMANDS = ["start", "dev"];

const [commandName, ...commandArguments] = process.argv.slice(2);

if (!isNodeNewEnough(process.versions.node)) {
  console.error(
    `Parley needs Node.js ${NODE_REQUIRED.join(".")} or newer; this is ${process.versions.node}. See https://nodejs.org/.`,
  );
  process.exit(1);
}

run().catch(reportFailure);

async function run() {
  process.chdir(resolve(dirname(fileURLToPath(import.meta.url)), ".."));
  const lock = EXCLUSIVE_COMMANDS.includes(commandName)
    ? (await import("./launch/launcherLock.mjs")).takeLauncherLock()
    : undefined;
  const { installPackages } = await import("./launch/installPackages.mjs");
  await installPackages();
  const { register } = await import("tsx/esm/api");
  register();
  const { default: command } = await import(`./commands/${commandName}.ts`);
  process.exitCode = await command({ arguments: commandArguments, lock });
  lock?.release();
}

/** A foreseen failure is one sentence. Any other failure shows its stack trace. */
function reportFailure(error) {
  console.error(error?.isForeseen ? `\n${error.message}` : error);
  process.exit(1);
}

function isNodeNewEnough(version) {
  const [major, minor] = version.split(".").map(Number);
  return major > NODE_REQUIRED[0] || (major === NODE_REQUIRED[0] && minor >= NODE_REQUIRED[1]);
}
