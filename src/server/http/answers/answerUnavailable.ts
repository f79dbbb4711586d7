import type { ServerResponse } from "node:http";
import { answerJson } from "./answerJson";

/** After how many seconds a caller may ask again. */
export const RETRY_AFTER_S = 2;

/** Tells a program that the database is away, and when to ask again. */
export function answerUnavailable(response: ServerResponse): void {
  response.setHeader("retry-after", String(RETRY_AFTER_S));
  answerJson(response, 503, { code: "unavailable" });
}

/** Tells a person the same, on a page that reloads itself and loads nothing else from us. */
export function answerUnavailablePage(response: ServerResponse): void {
  response.removeHeader("x-frame-options");
  response.writeHead(503, {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'",
    "retry-after": String(RETRY_AFTER_S),
  });
  response.end(PAGE);
}

const PAGE = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="${RETRY_AFTER_S}"><title>One moment</title>
<style>:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;margin:20vh auto 0;max-width:32rem;padding:0 1.5rem}h1{font-size:1.25rem}</style>
</head><body><main role="status"><h1>One moment</h1>
<p>The service is not reachable right now. This page tries again by itself every ${RETRY_AFTER_S} seconds.</p></main></body></html>
`;
