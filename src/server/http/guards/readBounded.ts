import { IncomingMessage, type ServerResponse } from "node:http";

/** Why a body was not read: it is too long, it is compressed, or its sender disconnected. */
export type BodyRefusal = "too_large" | "encoded" | "gone";

/** Whether the request has a body. */
export function hasBody({ headers }: IncomingMessage): boolean {
  return headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;
}

/** Whether the body is compressed, by its own header. */
export function isEncoded({ headers }: IncomingMessage): boolean {
  const encoding = headers["content-encoding"];
  return encoding !== undefined && encoding !== "" && encoding !== "identity";
}

/**
 * Reads the body of a request up to `bytesMax`, and returns a request that holds it in memory, so that later readers
 * cannot get more. If the headers announce a longer body, nothing is read.
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

/** The same request with its body in memory, in the form of Node's own requests. */
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
