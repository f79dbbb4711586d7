// Run by hand after `npm install` changed package-lock.json: `node scripts/completeLock.mjs`. npm leaves out optional
// packages for other platforms if its registry does not show them. `npm ci` then stops with EUSAGE ("Missing: … from
// lock file"). This adds their entries back, and a registry that has them serves them.
import { readFileSync, writeFileSync } from "node:fs";

const SYSTEMS = ["aix", "android", "darwin", "freebsd", "linux", "netbsd", "openbsd", "openharmony", "sunos", "win32"];
const PROCESSORS = [
  ...["arm", "arm64", "ia32", "loong64", "mips64el"],
  ...["ppc64", "riscv64", "s390x", "wasm32", "x64"],
];
/** Names of systems that packages write differently from Node. */
const SYSTEM_ALIASES = { windows: "win32" };

const path = process.argv[2] ?? "package-lock.json";
const lock = JSON.parse(readFileSync(path, "utf8"));
const missing = Object.entries(lock.packages).flatMap(([dependent, entry]) =>
  Object.entries(entry.optionalDependencies ?? {})
    .filter(([name]) => !isLocked(dependent, name))
    .map(([name, range]) => ({ name, range, isDevelopment: entry.dev === true })),
);

for (const each of missing) lock.packages[`node_modules/${each.name}`] = platformEntry(each);
lock.packages = sortedPackages(lock.packages);
writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${missing.length} entries added to ${path}.`);

/** Searches as Node does: in the dependent's own node_modules, then in each one above. */
function isLocked(dependent, name) {
  let base = dependent;
  while (base) {
    if (lock.packages[`${base}/node_modules/${name}`]) return true;
    base = base.slice(0, Math.max(0, base.lastIndexOf("/node_modules/")));
  }
  return `node_modules/${name}` in lock.packages;
}

/** Reads the platform from a package's name. Without it npm would install the package on every platform. */
function platformEntry({ name, range, isDevelopment }) {
  const words = name.split(/[-/]/);
  const system = words.map((word) => SYSTEM_ALIASES[word] ?? word).find((word) => SYSTEMS.includes(word));
  const processor = words.find((word) => PROCESSORS.includes(word));
  if (!system && !processor) throw new Error(`The platform of ${name} cannot be told from its name.`);
  return {
    version: range.replace(/^[^0-9]*/, ""),
    ...(processor && { cpu: [processor] }),
    ...(isDevelopment && { dev: true }),
    ...(words.includes("musl") && { libc: ["musl"] }),
    optional: true,
    ...(system && { os: [system] }),
  };
}

function sortedPackages(packages) {
  const [root, ...others] = Object.entries(packages);
  return Object.fromEntries([root, ...others.sort(([one], [other]) => one.localeCompare(other, "en"))]);
}
