import ipaddr from "ipaddr.js";

/** A network address that was read. Equal addresses have equal texts, however they were written. */
export type NetworkAddress = {
  readonly text: string;
  /** What limits count by: an IPv4 address, the /64 of an IPv6 one, or "loopback". */
  readonly key: string;
  readonly isLoopback: boolean;
};

/** What proxies and sockets write around an address: brackets, a port, a zone. */
const BRACKETED = /^\[([^\]]+)\](?::\d{1,5})?$/;
const WITH_PORT = /^(\d{1,3}(?:\.\d{1,3}){3}):\d{1,5}$/;
const ZONE = /%[\w.-]*$/;
const LENGTH_MAX = 100;
const NETWORK_BITS = 64;

/** Reads an address as proxies and sockets write it: with a port, in brackets, with a zone. Null if it is no address. */
export function readAddress(text: string): NetworkAddress | null {
  const address = parse(plain(text.trim()));
  if (address === null) return null;
  const isLoopback = address.range() === "loopback";
  return { text: address.toString(), key: isLoopback ? "loopback" : keyOf(address), isLoopback };
}

/** The key of an address in any form. All texts that are no address share one key. */
export function addressKey(text: string): string {
  return readAddress(text)?.key ?? "unknown";
}

/** Reads networks such as `10.0.0.0/8` and single addresses. @throws Error naming the one that is neither */
export function readNetworks(texts: readonly string[]): (address: string) => boolean {
  const networks = texts.map((text) => {
    try {
      return text.includes("/") ? ipaddr.parseCIDR(text) : single(text);
    } catch {
      throw new Error(`${text} is neither an address nor a network`);
    }
  });
  return (text) => {
    const address = parse(plain(text));
    return address !== null && networks.some(([network, bits]) => isWithin(address, network, bits));
  };
}

function plain(text: string): string {
  const address = BRACKETED.exec(text)?.[1] ?? WITH_PORT.exec(text)?.[1] ?? text;
  return address.includes(":") ? address.replace(ZONE, "") : address;
}

/** An IPv4 address within an IPv6 one is that IPv4 address. Other bases or fewer parts are refused. */
function parse(text: string): ipaddr.IPv4 | ipaddr.IPv6 | null {
  if (text.length > LENGTH_MAX) return null;
  if (ipaddr.IPv4.isValidFourPartDecimal(text)) return ipaddr.IPv4.parse(text);
  if (!text.includes(":") || !ipaddr.IPv6.isValid(text)) return null;
  const address = ipaddr.IPv6.parse(text);
  return address.isIPv4MappedAddress() ? address.toIPv4Address() : address;
}

function keyOf(address: ipaddr.IPv4 | ipaddr.IPv6): string {
  if (address instanceof ipaddr.IPv4) return address.toString();
  return ipaddr.IPv6.networkAddressFromCIDR(`${address.toString()}/${NETWORK_BITS}`).toString();
}

function single(text: string): [ipaddr.IPv4 | ipaddr.IPv6, number] {
  const address = ipaddr.parse(text);
  return [address, address instanceof ipaddr.IPv4 ? 32 : 128];
}

function isWithin(address: ipaddr.IPv4 | ipaddr.IPv6, network: ipaddr.IPv4 | ipaddr.IPv6, bits: number): boolean {
  if (address instanceof ipaddr.IPv4) return network instanceof ipaddr.IPv4 && address.match(network, bits);
  return network instanceof ipaddr.IPv6 && address.match(network, bits);
}
