import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { basename, join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { type WidgetDocument, widgetDocument } from "../../customer/queries/widgetDocument";
import type { Deps } from "../../deps";

const FILES = resolve("public/widget");
const LOADER_KEPT_S = 3_600;
const KEY = /^\/(w|chat)\/([A-Za-z0-9_-]{3,100})$/;
const ASSET = /^\/w\/assets\/([A-Za-z0-9._-]{1,100})$/;
const TYPES: Record<string, string> = {
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  map: "application/json",
};

/** The file names that the widget's build wrote down. */
type Manifest = { app: string; styles: string };

/** Serves the widget: the loader, the frame's document and its files. False if the path is none of these. */
export async function serveWidget(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  deps: Deps,
): Promise<boolean> {
  if (request.method !== "GET" && request.method !== "HEAD") return false;
  if (path === "/w.js")
    return serveFile(response, join(FILES, "w.js"), `public, max-age=${LOADER_KEPT_S}, stale-while-revalidate=86400`);
  const asset = ASSET.exec(path)?.[1];
  if (asset) return serveFile(response, join(FILES, "app", asset), "public, max-age=31536000, immutable");
  const page = KEY.exec(path);
  if (!page?.[1] || !page[2]) return false;
  await serveDocument(response, page[1] === "chat" ? "page" : "frame", page[2], deps);
  return true;
}

/** Built files never change while a process runs, so each is read and compressed once. */
const packed = new Map<string, Buffer | null>();
const FILES_KEPT_MAX = 50;

async function serveFile(response: ServerResponse, file: string, kept: string): Promise<boolean> {
  const known = packed.get(file);
  const contents = known === undefined ? await readFile(file).then(gzipSync, () => null) : known;
  if (packed.size < FILES_KEPT_MAX) packed.set(file, contents);
  if (contents === null) return false;
  response.writeHead(200, {
    "content-type": TYPES[file.split(".").at(-1) ?? ""] ?? "application/octet-stream",
    "content-encoding": "gzip",
    "content-length": contents.length,
    "cache-control": kept,
    "cross-origin-resource-policy": "cross-origin",
  });
  response.end(contents);
  return true;
}

async function serveDocument(response: ServerResponse, mode: "frame" | "page", key: string, deps: Deps): Promise<void> {
  const document = await widgetDocument(key, deps);
  if (document === null) {
    response
      .writeHead(404, { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" })
      .end("Not found");
    return;
  }
  const manifest = JSON.parse(await readFile(join(FILES, "manifest.json"), "utf8")) as Manifest;
  const ancestors = mode === "page" ? "'none'" : document.allowedOrigins.join(" ") || "'none'";
  response.removeHeader("cross-origin-opener-policy");
  response.writeHead(200, {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
    // A cross-origin isolated page embeds only frames that send both of these headers.
    "cross-origin-embedder-policy": "require-corp",
    "cross-origin-resource-policy": "cross-origin",
    "content-security-policy": `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors ${ancestors}`,
  });
  response.end(documentHtml(mode, manifest, document));
}

function documentHtml(mode: "frame" | "page", { app, styles }: Manifest, configuration: WidgetDocument): string {
  // "<" is written as an escape, so that no value can end the script element.
  const inlined = JSON.stringify(configuration).replaceAll("<", "\\u003c");
  return `<!doctype html>
<html lang="${escaped(configuration.locale)}" data-mode="${mode}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">
<title>${escaped(configuration.title)}</title><link rel="stylesheet" href="/w/assets/${basename(styles)}"></head>
<body><div id="app"></div><script type="application/json" id="configuration">${inlined}</script>
<script type="module" src="/w/assets/${basename(app)}"></script></body></html>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
