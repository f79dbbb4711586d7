import { statfsSync } from "node:fs";

/** Returns how many megabytes an ordinary user can still write on the disk of the folder. */
export function freeMegabytes(folder) {
  const { bavail, bsize } = statfsSync(folder);
  return Math.floor((bavail * bsize) / 2 ** 20);
}
