import { readAddress } from "../../auth/networkAddress";

const NAMED = /^[a-z0-9._-]+(?::\d{1,5})?$/i;
const BRACKETED = /^\[[0-9a-f:.]+\](?::\d{1,5})?$/i;

/**
 * Says whether a Host header names this deployment. One that is reached by a loopback name may be reached by every
 * loopback name, on any port; all others by the one name of their public address.
 */
export function hostRule(publicUrl: string): (host: string | undefined) => boolean {
  const own = new URL(publicUrl);
  const isLocal = isLoopbackName(own.hostname);
  return (host) => {
    const asked = readHost(host, own.protocol);
    return asked !== null && (isLocal ? isLoopbackName(asked.hostname) : asked.host === own.host);
  };
}

/** The host name of a Host header; null where it is none. */
export function hostNameOf(host: string | undefined): string | null {
  return readHost(host, "http:")?.hostname ?? null;
}

/** Whether a host name always means the machine itself. */
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
