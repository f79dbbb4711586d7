import { IncomingMessage, type ServerResponse } from "node:http";

/** Why a body was not read: it is too long, it is packed, or its sender went away. */
export type BodyRefusal = "too_large" | "encoded" | "gone";

/** Whether anything follows the headers of a request. */
export function hasBody({ headers }: IncomingMessage): boolean {
  return headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;
}

/** Whether the body says that it must be unpacked before it is read. */
export function isEncoded({ headers }: IncomingMessage): boolean {
  const encoding = headers["content-encoding"];
  return encoding !== undefined && encoding !== "" && encoding !== "identity";
}

/**
 * Reads the body of a request up to a bound, and answers a request that has it ready: whatever reads it afterwards can
 * never get more. Of a body that says that it is longer nothing is read.
 */
export async function readBounded(
  request: IncomingMessage,
  response: ServerResponse,
  bytesMax: number,
): Promise<IncomingMessage | BodyRefusal> {
  if (!hasBody(request)) return request;
  if (Number(request.headers["content-length"] ?? 0) > bytesMax || bytesMax === 0) return "too_large";
  if (isEncoded(request)) return "encoded";
  if (request.headers.expect !== undefined) response.writeContinue();
  const body = await collect(request, bytesMax);
  return typeof body === "string" ? body : withBody(request, body);
}

function collect(request: IncomingMessage, bytesMax: number): Promise<Buffer | BodyRefusal> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    const settle = (outcome: Buffer | BodyRefusal) => {
      request.off("data", take).off("end", finish).off("close", leave);
      resolve(outcome);
    };
    const take = (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > bytesMax) return settle("too_large");
      chunks.push(chunk);
    };
    const finish = () => settle(Buffer.concat(chunks));
    const leave = () => settle("gone");
    request.on("data", take).once("end", finish).once("close", leave).on("error", leave);
  });
}

/** The same request with its body in memory, in the form in which Node itself hands requests over. */
function withBody(request: IncomingMessage, body: Buffer): IncomingMessage {
  const copy = new IncomingMessage(request.socket);
  const { "transfer-encoding": _chunked, expect: _expect, ...headers } = request.headers;
  Object.assign(copy, {
    method: request.method,
    url: request.url,
    httpVersion: request.httpVersion,
    httpVersionMajor: request.httpVersionMajor,
    httpVersionMinor: request.httpVersionMinor,
    rawHeaders: request.rawHeaders,
    headers: { ...headers, "content-length": String(body.length) },
    complete: true,
  });
  copy.push(body);
  copy.push(null);
  return copy;
}
