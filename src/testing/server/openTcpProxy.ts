import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** A proxy to a server that can go dead without closing a connection. */
export type TcpProxy = {
  readonly url: string;
  /** Stops all bytes on the open connections, and on new ones if `isForNew`. */
  goDead(isForNew: boolean): void;
  /** Lets bytes pass on new connections again. Dead ones stay dead. */
  heal(): void;
  close(): void;
};

/** Opens a proxy to the server at `url`. */
export async function openTcpProxy(url: string): Promise<TcpProxy> {
  const { hostname, port } = new URL(url);
  const sockets = new Set<Socket>();
  let passing = new Set<Socket>();
  let isNewDead = false;
  // A dead connection does not answer an end, either.
  const server = createServer({ allowHalfOpen: true }, (near) => {
    const far = connect({ port: Number(port), host: hostname, allowHalfOpen: true });
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      if (!isNewDead) passing.add(from);
      from.on("data", (bytes) => void (passing.has(from) && to.write(bytes)));
      from.on("end", () => void (passing.has(from) && to.end()));
      from.on("error", () => undefined);
      from.on("close", () => {
        sockets.delete(from);
        if (passing.has(from)) to.destroy();
      });
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    goDead(isForNew) {
      passing = new Set();
      isNewDead = isForNew;
    },
    heal() {
      isNewDead = false;
    },
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
