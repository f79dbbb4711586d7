import { STATUS_CODES } from "node:http";
import type { Socket } from "node:net";

/** What the parser says of bytes that are no request, by the codes of Node; all else is bad. */
const REFUSALS: Readonly<Record<string, readonly [status: number, code: string]>> = {
  HPE_HEADER_OVERFLOW: [431, "headers_too_large"],
  HPE_CHUNK_EXTENSIONS_OVERFLOW: [413, "too_large"],
  ERR_HTTP_REQUEST_TIMEOUT: [408, "too_slow"],
};

/**
 * Answers bytes that are no request, or break off one, and closes the connection. An answer that has begun, such as the
 * refusal of a body that then turns out to be bad, reaches its reader first.
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
