import { statfsSync } from "node:fs";

/** Tells how many megabytes an ordinary user may still write on the disk that holds the folder. */
export function freeMegabytes(folder) {
  const { bavail, bsize } = statfsSync(folder);
  return Math.floor((bavail * bsize) / 2 ** 20);
}
