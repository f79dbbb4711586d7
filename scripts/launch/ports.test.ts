import { createServer } from "node:net";
import { expect, test } from "vitest";
import { freePort } from "./freePort";
import { readPorts, refuseTakenPorts } from "./ports";

test("the demo page's port is the next one unless it is given", () => {
  expect(readPorts({ NODE_ENV: "test" })).toEqual({ port: 3000, demoPort: 3001 });
  expect(readPorts({ NODE_ENV: "test", PORT: "4100" })).toEqual({ port: 4100, demoPort: 4101 });
  expect(readPorts({ NODE_ENV: "test", PORT: "65535" })).toEqual({ port: 65_535, demoPort: 65_534 });
  expect(readPorts({ NODE_ENV: "test", DEMO_PORT: "5000" })).toEqual({ port: 3000, demoPort: 5000 });
});

test("a value that is not a port is refused by its name", () => {
  expect(() => readPorts({ NODE_ENV: "test", PORT: "many" })).toThrow("PORT is “many”, which is no port");
});

test("a taken port is named, and the demo page's port matters to the demo only", async () => {
  const ports = { port: await freePort(), demoPort: await freePort() };
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(ports.demoPort, () => resolve()));
  await expect(refuseTakenPorts(ports, true)).rejects.toThrow(`Port ${ports.demoPort} is taken`);
  await expect(refuseTakenPorts(ports, false)).resolves.toBeUndefined();
  await new Promise((resolve) => other.close(resolve));
});
