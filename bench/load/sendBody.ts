import { connect } from "node:net";

const CHUNK = Buffer.alloc(65_536, 97);
const GIVES_UP_MS = 20_000;

/**
 * Sends a body of `bytes` bytes as fast as the server takes it. Resolves with the status of the answer; 0 without one.
 */
export function sendBody(serverUrl: string, path: string, bytes: number): Promise<number> {
  const { hostname, port, host } = new URL(serverUrl);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    const timer = setTimeout(() => socket.destroy(), GIVES_UP_MS);
    let text = "";
    let left = bytes;
    const push = () => {
      while (left > 0 && !socket.destroyed) {
        left -= CHUNK.length;
        if (!socket.write(CHUNK)) return void socket.once("drain", push);
      }
    };
    socket.on("data", (piece) => {
      text += piece.toString("latin1");
    });
    socket.on("error", () => undefined);
    socket.on("close", () => {
      clearTimeout(timer);
      resolve(Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0));
    });
    socket.write(
      `POST ${path} HTTP/1.1\r\nhost: ${host}\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: ${bytes}\r\nconnection: close\r\n\r\n`,
    );
    push();
  });
}
