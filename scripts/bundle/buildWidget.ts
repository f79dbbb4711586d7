import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { gzipSync } from "node:zlib";
import { type BuildOptions, build, type OutputFile } from "esbuild";
import { ForeseenFailure } from "../launch/foreseenFailure";

/** Where the widget's parts come from and go to. */
export interface WidgetPaths {
  readonly loader: string;
  readonly app: string;
  readonly outputFolder: string;
}

const WIDGET_PATHS: WidgetPaths = {
  loader: "src/widget/loader/loader.ts",
  app: "src/widget/app/main.tsx",
  outputFolder: "public/widget",
};

/** The most that a foreign page has to load for the widget, in bytes after gzip. */
const BUDGETS = { loader: 3 * 1024, app: 40 * 1024, styles: 8 * 1024 };

const SHARED_OPTIONS = {
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2020",
  legalComments: "none",
  charset: "utf8",
  logLevel: "silent",
  tsconfig: "tsconfig.json",
  define: { "process.env.NODE_ENV": '"production"' },
} satisfies BuildOptions;

interface WidgetPart {
  readonly name: keyof typeof BUDGETS;
  readonly path: string;
  readonly contents: Uint8Array;
}

/**
 * Builds the loader under a fixed name and the app under names that change with their content. The server reads these
 * names from a manifest. Returns one line with its size for each part.
 *
 * @throws ForeseenFailure if a part is over its budget or does not compile; the former files then stay
 */
export async function buildWidget(paths: WidgetPaths = WIDGET_PATHS): Promise<string[]> {
  const parts = [...(await buildLoader(paths)), ...(await buildApp(paths))];
  const overBudget = parts.filter((part) => gzipBytes(part) > BUDGETS[part.name]).map(sizeLine);
  if (overBudget.length > 0) throw new ForeseenFailure(`The widget is over its budget: ${overBudget.join("; ")}.`);
  writeParts(paths.outputFolder, parts);
  return parts.map(sizeLine);
}

async function buildLoader(paths: WidgetPaths): Promise<WidgetPart[]> {
  const files = await compile({ entryPoints: [paths.loader], outfile: join(paths.outputFolder, "w.js") });
  return files.map(({ path, text }) => ({
    name: "loader" as const,
    path: basename(path),
    contents: new TextEncoder().encode(shortened(text)),
  }));
}

/**
 * Removes bytes that the minifier leaves. Minified code has line breaks in one place only: between the rules of the
 * style sheet, which is a string in it. Strict code runs without its directive, too.
 */
function shortened(code: string): string {
  return code.replaceAll("}\n", "}").replace('"use strict";', "");
}

async function buildApp(paths: WidgetPaths): Promise<WidgetPart[]> {
  const files = await compile({
    entryPoints: { app: paths.app },
    outdir: join(paths.outputFolder, "app"),
    entryNames: "[name].[hash]",
    jsx: "automatic",
    jsxImportSource: "preact",
  });
  return files.map(({ path, contents }) => ({
    name: path.endsWith(".css") ? ("styles" as const) : ("app" as const),
    path: `app/${basename(path)}`,
    contents,
  }));
}

async function compile(options: BuildOptions): Promise<OutputFile[]> {
  try {
    const { outputFiles } = await build({ ...SHARED_OPTIONS, ...options, write: false });
    return outputFiles;
  } catch (error) {
    throw new ForeseenFailure(error instanceof Error ? error.message : String(error));
  }
}

function writeParts(outputFolder: string, parts: readonly WidgetPart[]): void {
  rmSync(join(outputFolder, "app"), { recursive: true, force: true });
  mkdirSync(join(outputFolder, "app"), { recursive: true });
  for (const { path, contents } of parts) writeFileSync(join(outputFolder, path), contents);
  const manifest = Object.fromEntries(parts.map(({ name, path }) => [name, path]));
  writeFileSync(join(outputFolder, "manifest.json"), `${JSON.stringify(manifest)}\n`);
}

function sizeLine(part: WidgetPart): string {
  return `widget ${part.name} ${kilobytes(gzipBytes(part))} of ${kilobytes(BUDGETS[part.name])} KB gzip`;
}

function gzipBytes({ contents }: WidgetPart): number {
  return gzipSync(contents, { level: 9 }).length;
}

function kilobytes(bytes: number): string {
  return (bytes / 1024).toFixed(1);
}
