import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { DomainError } from "@/domain/errors";
import type { ProcessConfiguration } from "../configuration";
import { isDatabaseAway, isDatabaseBusy } from "../db/isDatabaseAway";
import type { ProcessDeps } from "../processDeps";
import { answerJson } from "./answers/answerJson";
import { answerUnavailable, answerUnavailablePage } from "./answers/answerUnavailable";
import { answerDomainError } from "./answers/refuseRequest";
import { setSecurityHeaders } from "./answers/securityHeaders";
import { clientAddress } from "./guards/clientAddress";
import { guardedServer, type Refusal } from "./guards/guardedServer";
import { hostRule } from "./guards/hostRule";
import { metricsAccess } from "./guards/metricsAccess";
import type { Target } from "./guards/readTarget";
import type { Metrics } from "./metrics";
import { bodyBytesMax, methodsOf, type Route, routeOf } from "./routes";
import { serveProcedure } from "./routes/apiRoutes";
import { serveExamples } from "./routes/exampleRoutes";
import { serveHealth } from "./routes/healthRoutes";
import { type Live, serveCustomerStream, serveMemberStream } from "./routes/liveRoutes";
import { type Pages, servePage } from "./routes/pageRoutes";
import { serveVisit } from "./routes/visitRoutes";
import { serveWidget } from "./routes/widgetRoutes";

/** What the server answers with. */
export type HttpParts = {
  configuration: ProcessConfiguration;
  process: ProcessDeps;
  live: Live;
  metrics: Metrics;
  pages: Pages;
};

/** The paths of Next's own tools for developers. They exist in development only. */
const DEVELOPMENT = "/__nextjs";

/** Makes the server that all requests reach first. It serves our own routes, and leaves pages to Next. */
export function openHttpServer(parts: HttpParts): Server {
  const { configuration, metrics, process } = parts;
  const isOurs = hostRule(configuration.publicUrl);
  const access: Access = { mayReadMetrics: metricsAccess(configuration.metrics) };
  const tellLate = lateTeller(process.deps);
  return guardedServer({
    begin(response, target) {
      const startedAt = performance.now();
      const route = target === null ? "unreadable" : routeOf(target).name;
      response.once("close", () => metrics.answered(route, response.statusCode, performance.now() - startedAt));
      setSecurityHeaders(response, configuration.publicUrl.startsWith("https:"));
    },
    refusal: (request, target) => refusalOf(request, routeOf(target), isOurs, configuration),
    bodyBytesMax: (target) =>
      configuration.isDevelopment && target.path.startsWith(DEVELOPMENT) ? "streamed" : bodyBytesMax(routeOf(target)),
    answerWithinMs: (target) => answerWithinMs(routeOf(target), configuration),
    late(response, target) {
      tellLate(routeOf(target).name);
      answerAway(response, routeOf(target));
    },
    answer: (request, response, target) => serve(request, response, target, parts, access),
    fail(error, response, target) {
      if (!response.headersSent) {
        if (error instanceof DomainError) return answerDomainError(response, error);
        if (isDatabaseAway(error) || isDatabaseBusy(error)) return answerAway(response, routeOf(target));
      }
      process.deps.log.error({ err: error, route: routeOf(target).name }, "a request failed");
      if (response.headersSent) response.destroy();
      else answerJson(response, 500, { code: "internal_error" });
    },
  });
}

/** A call waits for a free connection, and then for statements. Taken together, nobody waits longer than this. */
const ANSWER_WITHIN_MS = 12_000;
const LATE_TOLD_EVERY_MS = 60_000;

/** An import of examples may take longer. So may a page that is compiled when it is first asked for. */
function answerWithinMs({ name }: Route, { isDevelopment }: ProcessConfiguration): number | null {
  return name === "examples" || (isDevelopment && name === "page") ? null : ANSWER_WITHIN_MS;
}

/** Logs that an answer is late, once a minute however many are. The metrics count them all. */
function lateTeller({ log }: ProcessDeps["deps"]): (route: Route["name"]) => void {
  let toldAtMs = Number.NEGATIVE_INFINITY;
  return (route) => {
    const nowMs = performance.now();
    if (nowMs - toldAtMs < LATE_TOLD_EVERY_MS) return;
    toldAtMs = nowMs;
    log.warn({ route }, "the database is slow: callers are asked to come again");
  };
}

type Access = { mayReadMetrics: ReturnType<typeof metricsAccess> };

/** Probes and collectors of metrics reach the process by any host name of their network. */
const FOR_ANY_HOST: readonly Route["name"][] = ["health", "metrics"];

function refusalOf(
  request: IncomingMessage,
  route: Route,
  isOurs: (host: string | undefined) => boolean,
  { trustsProxy, isDevelopment }: ProcessConfiguration,
): Refusal | null {
  if (!FOR_ANY_HOST.includes(route.name) && !isOurs(request.headers.host)) return { status: 421, code: "wrong_host" };
  const methods = route.rest.startsWith(DEVELOPMENT) && isDevelopment ? ["GET", "HEAD", "POST"] : methodsOf(route);
  if (!methods.includes(request.method ?? "")) {
    return { status: 405, code: "method_not_allowed", headers: { allow: methods.join(", ") } };
  }
  if (clientAddress(request, trustsProxy) === null) return { status: 400, code: "invalid_forwarded_address" };
  return null;
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  target: Target,
  parts: HttpParts,
  { mayReadMetrics }: Access,
): Promise<void> {
  const { configuration, process, live, metrics } = parts;
  const address = clientAddress(request, configuration.trustsProxy)?.text ?? "";
  const of = { process, live, address, query: target.query };
  const route = routeOf(target);
  switch (route.name) {
    case "trpc":
      return serveProcedure(request, response, route.rest, of);
    case "live":
      return serveMemberStream(request, response, of);
    case "customer_live":
      return serveCustomerStream(request, response, of);
    case "health":
      return serveHealth(response, route.rest === "live" ? "live" : "ready", {
        deps: process.deps,
        tellsWhy: mayReadMetrics(request, address),
      });
    case "metrics":
      if (!mayReadMetrics(request, address)) return answerJson(response, 404, { code: "not_found" });
      response.writeHead(200, { "content-type": metrics.contentType, "cache-control": "no-store" });
      response.end(await metrics.text());
      return;
    case "examples":
      return serveExamples(request, response, route.rest, of);
    case "widget":
      if (!(await serveWidget(request, response, route.rest, process.deps))) notFound(response);
      return;
    case "visit":
      if (!(await serveVisit(request, response, route.rest, of))) notFound(response);
      return;
    case "nothing":
      return notFound(response);
    case "auth":
    case "page":
      return servePage(request, response, target, { ...parts, address });
  }
}

/** Answers that the database is away: people get a page that reloads itself, programs get a code. */
function answerAway(response: ServerResponse, { name, rest }: Route): void {
  const isForPeople = name === "page" || (name === "widget" && !rest.startsWith("/w/assets/"));
  if (isForPeople) answerUnavailablePage(response);
  else answerUnavailable(response);
}

function notFound(response: ServerResponse): void {
  answerJson(response, 404, { code: "not_found" });
}
