import type { IncomingMessage, ServerResponse } from "node:http";
import { nodeHTTPRequestHandler } from "@trpc/server/adapters/node-http";
import type { Deps } from "../deps";
import type { ProcessDeps } from "../processDeps";
import { appRouter } from "../trpc/appRouter";
import { httpContext } from "../trpc/context";
import { answerJson } from "./answerJson";
import { RETRY_AFTER_S } from "./answerUnavailable";
import { isSameOrigin } from "./isSameOrigin";

/** Calls in one request; each counts for itself against every limit. */
const BATCH_MAX = 20;

/** Serves a call of the procedures. */
export async function serveProcedure(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  of: { process: ProcessDeps; address: string },
): Promise<void> {
  if (request.method === "POST" && !isSameOrigin(request)) return answerJson(response, 403, { code: "wrong_origin" });
  response.setHeader("cache-control", "private, no-store");
  await nodeHTTPRequestHandler({
    router: appRouter,
    req: request,
    res: response,
    path,
    maxBatchSize: BATCH_MAX,
    createContext: () => httpContext(of.process, request, response, of.address),
    responseMeta: ({ errors }) =>
      errors.some(({ code }) => code === "SERVICE_UNAVAILABLE")
        ? { status: 503, headers: new Headers({ "retry-after": String(RETRY_AFTER_S) }) }
        : {},
    onError: ({ error, path: procedure }) => logBug(error, procedure, of.process.deps),
  });
}

/** What a caller did wrong is theirs to know; what we did wrong is ours. */
function logBug(error: { code: string; cause?: unknown }, procedure: string | undefined, { log }: Deps): void {
  if (error.code === "INTERNAL_SERVER_ERROR") log.error({ err: error.cause ?? error, procedure }, "a procedure failed");
}
