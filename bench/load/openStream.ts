import { Agent, request } from "node:http";

/** Streams stay open for the whole run, so that none of them waits for another's connection. */
const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });

/**
 * Opens an event stream and hands over each piece as it arrives; resolves once the server has begun to answer.
 *
 * @returns a function that closes it
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
