import type { IncomingMessage } from "node:http";
import { type NetworkAddress, readAddress } from "../../auth/networkAddress";

/**
 * The network address of the caller. X-Forwarded-For counts only if we were told to trust the proxy. Null if it holds
 * something that is no address.
 */
export function clientAddress(request: IncomingMessage, trustsProxy: boolean): NetworkAddress | null {
  const forwarded = request.headers["x-forwarded-for"];
  if (trustsProxy && forwarded !== undefined) return readAddress(String(forwarded).split(",").at(-1) ?? "");
  return readAddress(request.socket.remoteAddress ?? "");
}
