import { connect } from "node:net";

/** What came over a connection before it ended. */
export type RawAnswer = {
  /** The status of the first answer; null if none came. */
  readonly status: number | null;
  readonly text: string;
  /** The body of the first answer as JSON; null if it is not JSON. */
  readonly body: unknown;
};

const ENDS_WITHIN_MS = 20_000;

/**
 * Writes bytes to a server as no well-behaved client would, and reads until the server closes the connection.
 *
 * @param more written after the head, as fast as the server takes it
 * @throws Error if the server leaves the connection open
 */
export function rawHttp(serverUrl: string, head: string, more: Iterable<Buffer> = []): Promise<RawAnswer> {
  const { hostname, port } = new URL(serverUrl);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname);
    let text = "";
    const timer = setTimeout(() => {
      socket.destroy();
      reject(new Error(`the connection was left open after: ${text}`));
    }, ENDS_WITHIN_MS);
    socket.on("data", (chunk: Buffer) => {
      text += chunk.toString("latin1");
    });
    socket.on("error", () => undefined);
    socket.on("close", () => {
      clearTimeout(timer);
      resolve(read(text));
    });
    socket.write(head, "latin1");
    const chunks = more[Symbol.iterator]();
    const push = () => {
      for (let next = chunks.next(); !next.done && !socket.destroyed; next = chunks.next())
        if (!socket.write(next.value)) return void socket.once("drain", push);
    };
    push();
  });
}

function read(text: string): RawAnswer {
  const status = /^HTTP\/1\.1 (\d{3})/.exec(text)?.[1];
  const body = text.slice(text.indexOf("\r\n\r\n") + 4);
  return { status: status === undefined ? null : Number(status), text, body: parsed(body) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
