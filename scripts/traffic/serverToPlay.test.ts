import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { serverToPlay } from "./serverToPlay";

const opened: Server[] = [];
afterEach(() => {
  for (const server of opened.splice(0)) server.close();
});

/** A server that answers to /demo as the demo does, or as another Parley. */
async function listen(isDemo: boolean): Promise<number> {
  const server = createServer((request, response) =>
    response.writeHead(isDemo && request.url === "/demo" ? 302 : 404, { location: "/", connection: "close" }).end(),
  );
  opened.push(server);
  await new Promise<void>((resolve) => server.listen(0, resolve));
  return (server.address() as AddressInfo).port;
}

test("traffic goes into the server that this clone runs, whatever its port", async () => {
  const runningPort = await listen(true);
  const url = `http://localhost:${runningPort}`;
  expect(await serverToPlay({ url: undefined, askedPort: undefined, runningPort })).toBe(url);
  expect(await serverToPlay({ url: undefined, askedPort: String(runningPort), runningPort })).toBe(url);
});

test("--url names another one", async () => {
  const url = `http://127.0.0.1:${await listen(true)}`;
  expect(await serverToPlay({ url, askedPort: "9", runningPort: 8 })).toBe(url);
});

test("no server, a PORT of another one, and a server that does not answer are one sentence each", async () => {
  const nobody = { url: undefined, askedPort: undefined, runningPort: undefined };
  await expect(serverToPlay(nobody)).rejects.toThrow(/No server of this clone runs/);
  await expect(serverToPlay({ ...nobody, askedPort: "3000" })).rejects.toThrow(/No server of this clone runs/);
  await expect(serverToPlay({ url: undefined, askedPort: "3000", runningPort: 3100 })).rejects.toThrow(
    /listens on port 3100, but PORT is 3000/,
  );
  await expect(serverToPlay({ ...nobody, runningPort: 9 })).rejects.toThrow("No server answers at http://localhost:9.");
});

test("a server without the demo is refused", async () => {
  await expect(
    serverToPlay({ url: undefined, askedPort: undefined, runningPort: await listen(false) }),
  ).rejects.toThrow(/does not run the demo/);
});
