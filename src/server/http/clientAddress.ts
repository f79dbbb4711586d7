import type { IncomingMessage } from "node:http";

/** Where a request comes from; what a proxy says of it counts only where we were told to trust the proxy. */
export function clientAddress(request: IncomingMessage, trustsProxy: boolean): string {
  const forwarded = request.headers["x-forwarded-for"];
  const last = trustsProxy && typeof forwarded === "string" ? forwarded.split(",").at(-1)?.trim() : undefined;
  return last || (request.socket.remoteAddress ?? "");
}
