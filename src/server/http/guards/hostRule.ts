import { readAddress } from "../../auth/networkAddress";

const NAMED = /^[a-z0-9._-]+(?::\d{1,5})?$/i;
const BRACKETED = /^\[[0-9a-f:.]+\](?::\d{1,5})?$/i;

/**
 * Makes the check whether a Host header names this deployment. If the public address is a loopback name, every loopback
 * name counts, on any port. Otherwise only the host of the public address counts.
 */
export function hostRule(publicUrl: string): (host: string | undefined) => boolean {
  const own = new URL(publicUrl);
  const isLocal = isLoopbackName(own.hostname);
  return (host) => {
    const asked = readHost(host, own.protocol);
    return asked !== null && (isLocal ? isLoopbackName(asked.hostname) : asked.host === own.host);
  };
}

/** The host name in a Host header; null if the header is malformed or missing. */
export function hostNameOf(host: string | undefined): string | null {
  return readHost(host, "http:")?.hostname ?? null;
}

/** Whether a host name always means the same machine. */
export function isLoopbackName(hostname: string): boolean {
  return (
    hostname === "localhost" ||
    hostname.endsWith(".localhost") ||
    readAddress(unbracketed(hostname))?.isLoopback === true
  );
}

function readHost(host: string | undefined, protocol: string): URL | null {
  if (host === undefined || !(NAMED.test(host) || BRACKETED.test(host))) return null;
  const text = `${protocol}//${host}`;
  return URL.canParse(text) ? new URL(text) : null;
}

function unbracketed(hostname: string): string {
  return hostname.replace(/^\[|\]$/g, "");
}
