import type { IncomingMessage, ServerResponse } from "node:http";
import type { TRPCError } from "@trpc/server";
import { nodeHTTPRequestHandler } from "@trpc/server/adapters/node-http";
import type { Deps } from "../../deps";
import type { ProcessDeps } from "../../processDeps";
import { appRouter } from "../../trpc/appRouter";
import { httpContext } from "../../trpc/context";
import { errorShape } from "../../trpc/trpcErrors";
import { answerJson } from "../answers/answerJson";
import { RETRY_AFTER_S } from "../answers/answerUnavailable";
import { refuseRequest } from "../answers/refuseRequest";
import { isSameOrigin } from "../guards/isSameOrigin";

/** The most calls in one request. Each call counts against every limit. */
const BATCH_MAX = 20;

/** Serves calls of procedures; `path` names them, separated by commas. */
export async function serveProcedure(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  of: { process: ProcessDeps; address: string },
): Promise<void> {
  if (request.method === "POST" && !isSameOrigin(request)) return answerJson(response, 403, { code: "wrong_origin" });
  if (request.method === "POST" && !isJson(request))
    return refuseRequest(request, response, 415, "unsupported_media_type");
  // A streamed answer would have its status before any result is known.
  delete request.headers["trpc-accept"];
  response.setHeader("cache-control", "private, no-store");
  await nodeHTTPRequestHandler({
    router: appRouter,
    req: request,
    res: response,
    path,
    maxBatchSize: BATCH_MAX,
    createContext: () => httpContext(of.process, request, response, of.address),
    responseMeta: ({ errors }) => retryAfter(errors),
    onError: ({ error, path: procedure }) => logBug(error, procedure, of.process.deps),
  });
}

/** Only JSON is taken, though tRPC would read other types as well. */
function isJson({ headers }: IncomingMessage): boolean {
  return /^application\/json *(;|$)/i.test(headers["content-type"] ?? "");
}

/** The `retry-after` header of a refusal that passes by itself. */
function retryAfter(errors: readonly TRPCError[]): { status?: number; headers?: Headers } {
  const isAway = errors.some(({ code }) => code === "SERVICE_UNAVAILABLE");
  const waitS = Math.max(isAway ? RETRY_AFTER_S : 0, ...errors.map(waitSOf));
  if (waitS === 0) return {};
  return { ...(isAway ? { status: 503 } : {}), headers: new Headers({ "retry-after": String(waitS) }) };
}

function waitSOf(error: TRPCError): number {
  if (error.code !== "TOO_MANY_REQUESTS") return 0;
  const { retryAfterMs } = errorShape(error).facts;
  return Math.max(1, Math.ceil(typeof retryAfterMs === "number" ? retryAfterMs / 1_000 : 1));
}

/** Logs our own faults. The caller's faults are told to the caller. */
function logBug(error: { code: string; cause?: unknown }, procedure: string | undefined, { log }: Deps): void {
  if (error.code === "INTERNAL_SERVER_ERROR") log.error({ err: error.cause ?? error, procedure }, "a procedure failed");
}
