import Module, { createRequire, register } from "node:module";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

/**
 * Lets dependency-cruiser parse with TypeScript 5. TypeScript 7, with which the project is checked, has no such
 * interface for other programs any more; 5 is there because prisma-kysely brings it. Call it before the import of dependency-cruiser.
 */
export function provideTypescriptForCruiser() {
  const typescript = createRequire(resolve("node_modules/prisma-kysely/package.json"));
  redirectRequire(typescript.resolve("typescript/package.json"));
  redirectImport(pathToFileURL(typescript.resolve("typescript")).href);
}

/** dependency-cruiser asks for the version by `require`. */
function redirectRequire(manifestPath) {
  const original = Module._resolveFilename;
  Module._resolveFilename = (request, ...others) =>
    request === "typescript/package.json" ? manifestPath : original(request, ...others);
}

/** It loads the parser itself by `import`. */
function redirectImport(parserUrl) {
  const hook = `export const resolve = (specifier, context, next) =>
    specifier === "typescript" ? { url: ${JSON.stringify(parserUrl)}, shortCircuit: true } : next(specifier, context);`;
  register(`data:text/javascript,${encodeURIComponent(hook)}`);
}
