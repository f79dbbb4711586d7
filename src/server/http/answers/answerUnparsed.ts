import { STATUS_CODES } from "node:http";
import type { Socket } from "node:net";

/** The answers to bytes that are no request, by Node's error code. All other errors are a malformed request. */
const REFUSALS: Readonly<Record<string, readonly [status: number, code: string]>> = {
  HPE_HEADER_OVERFLOW: [431, "headers_too_large"],
  HPE_CHUNK_EXTENSIONS_OVERFLOW: [413, "too_large"],
  ERR_HTTP_REQUEST_TIMEOUT: [408, "too_slow"],
};

/**
 * Answers bytes that are no request, or that break off in the middle of one, and closes the connection. If an answer
 * has begun already, such as the refusal of a body that is malformed as well, that answer is sent to its end instead.
 */
export function answerUnparsed(error: Error & { code?: string }, socket: Socket, isAnswerUnderWay: boolean): void {
  if (error.code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  if (!isAnswerUnderWay) {
    const [status, code] = REFUSALS[error.code ?? ""] ?? [400, "malformed_request"];
    const body = JSON.stringify({ code });
    const head = [
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
      "Content-Type: application/json",
      `Content-Length: ${Buffer.byteLength(body)}`,
      "Cache-Control: no-store",
      "X-Content-Type-Options: nosniff",
      "Connection: close",
    ];
    socket.write(`${head.join("\r\n")}\r\n\r\n${body}`);
  }
  socket.destroySoon();
}
