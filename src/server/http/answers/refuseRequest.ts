import type { IncomingMessage, ServerResponse } from "node:http";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import type { AnsweredCode } from "@/contract/errorCodes";
import type { DomainError } from "@/domain/errors";
import { toTrpcError } from "../../trpc/trpcErrors";
import { answerJson } from "./answerJson";

/** How long the connection of somebody who still sends stays open, so that they read the answer. */
const LINGER_MS = 1_000;
/** What is read meanwhile, so that those who first send and then read come to their end; beyond it they wait. */
const DRAINED_BYTES_MAX = 1_000_000;

/**
 * Answers with a code and closes the connection. Whoever still sends a body gets the answer first: a connection that is
 * closed over unread bytes is reset, and the answer is lost on the way. Nothing of what still comes is kept.
 */
export function refuseRequest(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  code: AnsweredCode,
  headers: Record<string, string> = {},
): void {
  const body = JSON.stringify({ code });
  response.writeHead(status, {
    ...headers,
    "content-type": "application/json",
    "content-length": Buffer.byteLength(body),
    "cache-control": "no-store",
    connection: "close",
  });
  if (request.complete || request.method === "HEAD") {
    response.end(body);
    return;
  }
  response.write(body);
  const end = () => {
    clearTimeout(timer);
    response.end();
  };
  const timer = setTimeout(end, LINGER_MS);
  let drained = 0;
  const drain = (chunk: Buffer) => {
    drained += chunk.length;
    if (drained > DRAINED_BYTES_MAX) request.pause();
  };
  request.on("data", drain).once("end", end).once("close", end);
}

/** Answers with a refusal's code and facts, by the same status as a procedure that refuses. A body that is still on its way is not waited for. */
export function answerRefusal(response: ServerResponse, error: DomainError): void {
  response.setHeader("connection", "close");
  answerJson(response, getHTTPStatusCodeFromError(toTrpcError(error)), { code: error.code, facts: error.facts });
}
