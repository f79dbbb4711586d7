import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** Makes the clone's top folder the working directory, wherever the command was called. */
export function chdirToClone() {
  process.chdir(resolve(dirname(fileURLToPath(import.meta.url)), "../.."));
}
