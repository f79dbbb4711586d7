import Module, { createRequire, register } from "node:module";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

/**
 * Lets dependency-cruiser parse with TypeScript 5. The project is checked by TypeScript 7, which other programs cannot
 * call in this way. TypeScript 5 comes with prisma-kysely. Call this before importing dependency-cruiser.
 */
export function provideTypescriptForCruiser() {
  const typescript = createRequire(resolve("node_modules/prisma-kysely/package.json"));
  redirectRequire(typescript.resolve("typescript/package.json"));
  redirectImport(pathToFileURL(typescript.resolve("typescript")).href);
}

/** dependency-cruiser reads the version by `require`. */
function redirectRequire(manifestPath) {
  const original = Module._resolveFilename;
  Module._resolveFilename = (request, ...others) =>
    request === "typescript/package.json" ? manifestPath : original(request, ...others);
}

/** dependency-cruiser loads the parser itself by `import`. */
function redirectImport(parserUrl) {
  const hook = `export const resolve = (specifier, context, next) =>
    specifier === "typescript" ? { url: ${JSON.stringify(parserUrl)}, shortCircuit: true } : next(specifier, context);`;
  register(`data:text/javascript,${encodeURIComponent(hook)}`);
}
