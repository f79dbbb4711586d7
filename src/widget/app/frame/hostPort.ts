import { FRAME_HELLO, type FrameToHost, HOST_PORT, type HostToFrame } from "../../frameProtocol";

export type HostPort = { tell: (words: FrameToHost) => void };

/**
 * Says hello to the embedding page and listens on the private port in its answer. It talks only to a parent whose
 * origin the organization allowed. A chat on its own page has no host and tells nothing.
 */
export function connectHost(allowedOrigins: readonly string[], onHost: (state: HostToFrame) => void): HostPort {
  let port: MessagePort | undefined;
  const early: FrameToHost[] = [];
  if (window.parent === window) return { tell: () => undefined };

  addEventListener("message", (event) => {
    if (event.source !== window.parent || event.data !== HOST_PORT || !allowedOrigins.includes(event.origin)) return;
    port = event.ports[0];
    if (!port) return;
    port.onmessage = (heard: MessageEvent<HostToFrame>) => onHost(heard.data);
    for (const words of early.splice(0)) port.postMessage(words);
  });
  for (const origin of likelyParents(allowedOrigins)) window.parent.postMessage(FRAME_HELLO, origin);
  return { tell: (words) => (port ? port.postMessage(words) : early.push(words)) };
}

/** The parent's origin from the referrer. Without it all allowed origins; the browser drops messages to wrong ones. */
function likelyParents(allowedOrigins: readonly string[]): readonly string[] {
  const named = URL.canParse(document.referrer) ? new URL(document.referrer).origin : "";
  return allowedOrigins.includes(named) ? [named] : allowedOrigins;
}
