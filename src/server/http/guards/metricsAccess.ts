import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { readAddress, readNetworks } from "../../auth/networkAddress";
import { hostNameOf, isLoopbackName } from "./hostRule";

/** What proxies, balancers and the networks before them add to what they pass on. */
const FORWARDING =
  /^(?:via|forwarded|x-(?:forwarded|original|envoy|amzn|azure|arr|appengine)-.+|(?:x-)?(?:real|client|cluster-client|true-client|remote)-(?:ip|addr)|(?:cf|cdn|fastly|fly|akamai|do)-.+)$/;

/** Who may read figures and details of readiness; without settings a program on this machine alone. */
export type MetricsSettings = { readonly token: string | null; readonly networks: readonly string[] };

/**
 * Says who may read the figures: those who know the token, those within the networks, and a program that calls this
 * machine by its own name. What comes through a proxy comes from outside, wherever the proxy runs.
 */
export function metricsAccess({
  token,
  networks,
}: MetricsSettings): (request: IncomingMessage, address: string) => boolean {
  const isWithin = readNetworks(networks);
  return (request, address) => {
    if (token !== null && isSame(request.headers.authorization ?? "", `Bearer ${token}`)) return true;
    return isWithin(address) || isOnThisMachine(request);
  };
}

function isOnThisMachine({ headers, socket }: IncomingMessage): boolean {
  if (Object.keys(headers).some((name) => FORWARDING.test(name))) return false;
  const isNamedLocally = isLoopbackName(hostNameOf(headers.host) ?? "");
  return isNamedLocally && readAddress(socket.remoteAddress ?? "")?.isLoopback === true;
}

function isSame(given: string, wanted: string): boolean {
  const [one, other] = [given, wanted].map((text) => createHash("sha256").update(text).digest());
  return one !== undefined && other !== undefined && timingSafeEqual(one, other);
}
