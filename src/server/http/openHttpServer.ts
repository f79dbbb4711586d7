import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from "node:http";
import { DomainError } from "@/domain/errors";
import type { ProcessConfiguration } from "../configuration";
import type { ProcessDeps } from "../processDeps";
import { httpContext } from "../trpc/context";
import { answerJson } from "./answerJson";
import { answerRefusal } from "./answerRefusal";
import { serveProcedure } from "./apiRoutes";
import { clientAddress } from "./clientAddress";
import { serveExamples } from "./exampleRoutes";
import { serveHealth } from "./healthRoutes";
import { type Live, serveCustomerStream, serveMemberStream } from "./liveRoutes";
import type { Metrics } from "./metrics";
import { setPagePolicy, setSecurityHeaders } from "./securityHeaders";
import { serveVisit } from "./visitRoutes";
import { serveWidget } from "./widgetRoutes";

type Pages = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export type HttpParts = {
  configuration: ProcessConfiguration;
  process: ProcessDeps;
  live: Live;
  metrics: Metrics;
  /** Next's own handler: everything that is a page. */
  pages: Pages;
};

const HEADERS_BYTES_MAX = 16 * 1_024;
const REQUEST_WITHIN_MS = 30_000;

/** Makes the server that all requests reach first: what is ours is served here, pages by Next. */
export function openHttpServer(parts: HttpParts): Server {
  const listener: RequestListener = (request, response) => {
    const startedAt = performance.now();
    const url = new URL(request.url ?? "/", "http://parley.invalid");
    const route = routeOf(url.pathname);
    response.once("close", () =>
      parts.metrics.answered(route.name, response.statusCode, performance.now() - startedAt),
    );
    serve(request, response, url, route, parts).catch((error: unknown) => {
      if (error instanceof DomainError && !response.headersSent) return answerRefusal(response, error);
      parts.process.deps.log.error({ err: error, route: route.name }, "a request failed");
      if (response.headersSent) response.destroy();
      else answerJson(response, 500, { code: "internal_error" });
    });
  };
  return createServer(
    { maxHeaderSize: HEADERS_BYTES_MAX, requestTimeout: REQUEST_WITHIN_MS, keepAliveTimeout: 65_000 },
    listener,
  );
}

type Route = {
  name: "trpc" | "live" | "customer_live" | "health" | "metrics" | "examples" | "widget" | "page";
  rest: string;
};

const TRPC = "/api/trpc/";
const SIGN_OUT = "/api/auth/signout";
const EXAMPLES = "/api/classifier/examples";

function routeOf(path: string): Route {
  if (path.startsWith(TRPC)) return { name: "trpc", rest: path.slice(TRPC.length) };
  if (path === "/api/live") return { name: "live", rest: "" };
  if (path === "/api/customer/live") return { name: "customer_live", rest: "" };
  if (path.startsWith("/api/health")) return { name: "health", rest: path.slice("/api/health".length) };
  if (path.startsWith(EXAMPLES)) return { name: "examples", rest: path.slice(EXAMPLES.length) };
  if (path === "/api/metrics") return { name: "metrics", rest: "" };
  if (path === "/w.js" || path.startsWith("/w/") || path.startsWith("/chat/")) return { name: "widget", rest: path };
  return { name: "page", rest: path };
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  route: Route,
  parts: HttpParts,
): Promise<void> {
  const { configuration, process, live, metrics } = parts;
  setSecurityHeaders(response, configuration.publicUrl.startsWith("https:"));
  const address = clientAddress(request, configuration.trustsProxy);
  const of = { process, live, address, query: url.searchParams };
  switch (route.name) {
    case "trpc":
      return serveProcedure(request, response, route.rest, of);
    case "live":
      return serveMemberStream(request, response, of);
    case "customer_live":
      return serveCustomerStream(request, response, of);
    case "health":
      return serveHealth(response, route.rest === "/live" ? "live" : "ready", process.deps);
    case "metrics":
      response.writeHead(200, { "content-type": metrics.contentType, "cache-control": "no-store" });
      response.end(await metrics.text());
      return;
    case "examples":
      return serveExamples(request, response, route.rest, of);
    case "widget":
      if (await serveWidget(request, response, route.rest, process.deps)) return;
      if (await serveVisit(request, response, route.rest, of)) return;
      answerJson(response, 404, { code: "not_found" });
      return;
    case "page":
      return servePage(request, response, url, address, parts);
  }
}

async function servePage(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  address: string,
  { configuration, process, pages }: HttpParts,
): Promise<void> {
  if (url.pathname === "/demo" && configuration.isDemo) {
    const host = new URL(`http://${request.headers.host ?? "localhost"}`).hostname;
    response.writeHead(302, { location: `http://${host}:${configuration.demoPort}/demo` }).end();
    return;
  }
  // What a caller says of its own address or of Next's inner doors is dropped before anything reads it.
  delete request.headers["x-middleware-subrequest"];
  request.headers["x-parley-address"] = address;
  if (!url.pathname.startsWith("/_next/static/")) {
    setPagePolicy(request, response, configuration.isDevelopment);
    response.setHeader("cache-control", "private, no-store");
  }
  // A page signs out whom it was drawn for, and nobody else.
  if (url.pathname === SIGN_OUT) await httpContext(process, request, response, address).viewer();
  await pages(request, response);
}
