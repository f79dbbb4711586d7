import type { IncomingMessage, ServerResponse } from "node:http";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import type { AnsweredCode } from "@/contract/errorCodes";
import type { DomainError } from "@/domain/errors";
import { toTrpcError } from "../../trpc/trpcErrors";
import { answerJson } from "./answerJson";

/** How long the connection of a caller who still sends stays open, so that they can read the answer. */
const LINGER_MS = 1_000;
/** How much of a refused body is read meanwhile, for callers who send everything before they read. */
const DRAINED_BYTES_MAX = 1_000_000;

/**
 * Answers with a code and closes the connection. A caller who still sends a body gets some time first, because closing
 * a connection with unread bytes resets it, and the answer would be lost. The rest of the body is thrown away.
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

/**
 * Answers with the code and facts of a domain error, and with the status that a procedure would have. Closes the
 * connection, without waiting for the rest of a body.
 */
export function answerDomainError(response: ServerResponse, error: DomainError): void {
  response.setHeader("connection", "close");
  answerJson(response, getHTTPStatusCodeFromError(toTrpcError(error)), { code: error.code, facts: error.facts });
}
