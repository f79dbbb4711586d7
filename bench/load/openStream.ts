import { Agent, request } from "node:http";

/** Has no limit of connections, because streams stay open for the whole run. */
const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });

/**
 * Opens an event stream and passes each piece to `onText` as it arrives. Resolves once the server has begun to answer,
 * with a function that closes the stream. Rejects if the status is not 200.
 */
export function openStream(
  url: URL,
  headers: Record<string, string>,
  onText: (text: string) => void,
): Promise<() => void> {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { agent, headers: { accept: "text/event-stream", ...headers } }, (incoming) => {
      if (incoming.statusCode !== 200) {
        reject(new Error(`A stream answered ${incoming.statusCode}.`));
        outgoing.destroy();
        return;
      }
      incoming.setEncoding("utf8");
      incoming.on("data", onText);
      incoming.on("error", () => undefined);
      resolve(() => outgoing.destroy());
    });
    outgoing.on("error", reject);
    outgoing.end();
  });
}
