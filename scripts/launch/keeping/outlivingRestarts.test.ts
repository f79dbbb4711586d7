import { expect, test } from "vitest";
import type { Kept } from "./keepRunning";
import { outlivingRestarts } from "./outlivingRestarts";

/** A process that ends on demand. */
function aProcess() {
  let end: (how: string) => void = () => undefined;
  const ended = new Promise<string>((resolve) => {
    end = resolve;
  });
  return { ended, stop: async () => undefined, end: () => end("was ended by SIGKILL") } satisfies Kept & {
    end(): void;
  };
}

test("work is done again after its process was killed and replaced", async () => {
  let present = aProcess();
  let tries = 0;
  const done = await outlivingRestarts({ present: () => present }, async () => {
    tries += 1;
    if (tries === 3) return "done";
    present.end();
    present = aProcess();
    throw new Error("the connection was lost");
  });
  expect([done, tries]).toEqual(["done", 3]);
});

test("work that fails by itself is not repeated, and work whose process is killed each time is given up", async () => {
  const alive = aProcess();
  let tries = 0;
  const failing = async () => {
    tries += 1;
    throw new Error("its own fault");
  };
  await expect(outlivingRestarts({ present: () => alive }, failing)).rejects.toThrow("its own fault");
  expect(tries).toBe(1);

  let present = aProcess();
  const killed = async () => {
    tries += 1;
    present.end();
    present = aProcess();
    throw new Error("the connection was lost");
  };
  await expect(outlivingRestarts({ present: () => present }, killed)).rejects.toThrow("lost");
  expect(tries).toBe(4);
});
