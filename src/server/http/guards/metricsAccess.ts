import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { readAddress, readNetworks } from "../../auth/networkAddress";
import { hostNameOf, isLoopbackName } from "./hostRule";

/** The headers that proxies, load balancers and content networks add to what they pass on. */
const FORWARDING =
  /^(?:via|forwarded|x-(?:forwarded|original|envoy|amzn|azure|arr|appengine)-.+|(?:x-)?(?:real|client|cluster-client|true-client|remote)-(?:ip|addr)|(?:cf|cdn|fastly|fly|akamai|do)-.+)$/;

/** Who may read the metrics and why a process is not ready. Without settings, only programs on this machine may. */
export type MetricsSettings = { readonly token: string | null; readonly networks: readonly string[] };

/**
 * Makes the check whether a request may read the metrics. It must carry the token, come from one of the networks, or
 * come from a program on this machine that uses a loopback name. A request that passed a proxy counts as coming from
 * outside, wherever the proxy runs.
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
