import { TRPCClientError } from "@trpc/client";
import { expect, test, vi } from "vitest";
import { createLiveStore } from "./live/createLiveStore";
import type { Session } from "./me/viewerLink";
import { sendWhileHeld } from "./sendWhileHeld";

const refusal = (message: string) =>
  TRPCClientError.from({ error: { code: -32_600, message, data: { facts: { name: "Ben" } } } });
const aStore = () => createLiveStore({ readMs: () => 0, schedule: (run) => run(), readAgain: async () => undefined });

test.each<[string, Session]>([
  ["not_signed_in", { state: "over" }],
  ["other_viewer", { state: "other", name: "Ben" }],
])("after the answer %s, a message waits for its writer and is sent again", async (code, lost) => {
  const store = aStore();
  const send = vi.fn<() => Promise<string>>();
  send.mockImplementationOnce(async () => {
    store.setSession(lost);
    throw refusal(code);
  });
  send.mockResolvedValueOnce("sent");
  const sent = sendWhileHeld(store, send);
  await vi.waitFor(() => expect(send).toHaveBeenCalledTimes(1));
  store.setConnection("live");
  store.setSession({ state: "held" });
  expect(await sent).toBe("sent");
  expect(send).toHaveBeenCalledTimes(2);
});

test("every other refusal is thrown at once", async () => {
  const send = vi.fn(async () => {
    throw refusal("changed_meanwhile");
  });
  await expect(sendWhileHeld(aStore(), send)).rejects.toThrow("changed_meanwhile");
  expect(send).toHaveBeenCalledTimes(1);
});
