import type { IncomingMessage } from "node:http";
import { type NetworkAddress, readAddress } from "../../auth/networkAddress";

/**
 * Where a request comes from; what a proxy says of it counts only where we were told to trust the proxy. Null where the
 * proxy says something that is no address.
 */
export function clientAddress(request: IncomingMessage, trustsProxy: boolean): NetworkAddress | null {
  const forwarded = request.headers["x-forwarded-for"];
  if (trustsProxy && forwarded !== undefined) return readAddress(String(forwarded).split(",").at(-1) ?? "");
  return readAddress(request.socket.remoteAddress ?? "");
}
