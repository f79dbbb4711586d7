// @vitest-environment happy-dom
import { screen, within } from "@testing-library/react";
import { useSyncExternalStore } from "react";
import { expect, test, vi } from "vitest";
import { aDeskServer } from "@/testing/desk/aDeskServer";
import { Refusal } from "@/testing/desk/deskServer";
import { aBackchannel, aMessage, aThread, MIA, TOM } from "@/testing/desk/deskViews";
import { Exchange, send } from "@/testing/desk/Exchange";
import { openDesk, pass, withBrowser } from "@/testing/desk/openDesk";
import { Composer } from "../composer/Composer";
import { useOutbox } from "./OutboxProvider";

withBrowser();

const withAna = <Exchange interaction={aThread()} />;
const withBoth = (
  <>
    {withAna}
    <Exchange interaction={aBackchannel()} />
  </>
);

type Server = ReturnType<typeof aDeskServer>;

const bodiesSent = (server: Server) => server.inputsOf("interaction.post").map(({ body }) => body);

/** The lines of Ana's thread in one tab that hold a text. */
function linesWith(text: string, tab: HTMLElement = document.body): HTMLElement[] {
  const thread = within(tab).getByRole("list", { name: "Messages with Ana Costa" });
  return within(thread)
    .queryAllByRole("listitem")
    .filter((line) => line.textContent?.includes(text));
}

/** Tells the tabs of a message that the server took, under the number that it was sent with. */
function tellEcho(server: Server, index: number): void {
  const { clientId, body } = server.inputsOf("interaction.post")[index] ?? { clientId: "", body: "" };
  server.tell({
    type: "message",
    message: aMessage(100 + index, { clientId, body, author: MIA, aliasName: "Mia", isMine: true }),
  });
}

test("messages of one thread are sent one after another, in the order of writing", async () => {
  const server = aDeskServer();
  const { user } = await openDesk(withAna, server);
  const release = server.holdBack("interaction.post");
  for (const text of ["first", "second", "third"]) await send(user, text);
  await pass();
  expect(bodiesSent(server)).toEqual(["first"]);
  expect(linesWith("second")[0]?.textContent).toContain("Waits for the message before it");
  release();
  await pass(200);
  expect(bodiesSent(server)).toEqual(["first", "second", "third"]);
});

test("a waiting thread does not block another, and a refused message blocks nothing", async () => {
  const server = aDeskServer();
  server.answer("interaction.post", ({ body, clientId }) => {
    if (body === "first") throw new Refusal("sequence_closed");
    return { messageId: clientId };
  });
  const { user } = await openDesk(withBoth, server);
  await send(user, "first");
  await send(user, "second");
  await send(user, "internal", "Write to Payments");
  await pass(200);
  expect(bodiesSent(server).toSorted()).toEqual(["first", "internal", "second"]);
  expect(linesWith("first")[0]?.textContent).toContain("Not sent");
  expect(linesWith("second")[0]?.textContent).toMatch(/Sent$/);
});

test("an unanswered message is retried after 1, 2, 5, 15 and 30 seconds, under one id", async () => {
  vi.spyOn(Math, "random").mockReturnValue(0);
  const server = aDeskServer();
  const triedAtMs: number[] = [];
  server.answer("interaction.post", () => {
    triedAtMs.push(Date.now());
    throw new Refusal("internal_error", 500);
  });
  const { user } = await openDesk(withAna, server);
  await send(user, "first");
  await pass(60_000);
  const waits = triedAtMs.slice(1).map((atMs, index) => Math.round((atMs - (triedAtMs[index] ?? 0)) / 1_000));
  expect(waits).toEqual([1, 2, 5, 15, 30]);
  expect(new Set(server.inputsOf("interaction.post").map(({ clientId }) => clientId)).size).toBe(1);
});

test("an unsent message survives a reload and is sent once", async () => {
  const server = aDeskServer();
  const left = await openDesk(withAna, server);
  server.cutOff();
  await send(left.user, "first");
  await pass();
  await left.close();

  server.comeBack();
  await openDesk(withAna, server);
  await pass(200);
  expect(bodiesSent(server)).toEqual(["first"]);
  tellEcho(server, 0);
  await pass();
  expect(linesWith("first")).toHaveLength(1);
});

test("a message whose answer was lost is sent again under its id after a reload, so it is not doubled", async () => {
  const server = aDeskServer();
  const left = await openDesk(withAna, server);
  const release = server.holdBack("interaction.post");
  await send(left.user, "first");
  await pass();
  server.cutOff();
  release();
  await left.close();

  server.comeBack();
  await openDesk(withAna, server);
  await pass(200);
  const numbers = server.inputsOf("interaction.post").map(({ clientId }) => clientId);
  expect(numbers).toHaveLength(2);
  expect(new Set(numbers).size).toBe(1);
});

test("a refused message survives a reload with its reason, and is not retried by itself", async () => {
  const server = aDeskServer();
  server.answer("interaction.post", () => {
    throw new Refusal("sequence_closed");
  });
  const left = await openDesk(withAna, server);
  await send(left.user, "first");
  await pass();
  await left.close();
  await openDesk(withAna, server);
  await pass(60_000);
  expect(linesWith("first")[0]?.textContent).toContain("This request is closed.");
  expect(bodiesSent(server)).toHaveLength(1);
});

test("two tabs of one person send a kept message under one id, and each shows it once", async () => {
  const server = aDeskServer();
  const first = await openDesk(withAna, server);
  server.cutOff();
  await send(first.user, "first");
  await pass();
  server.comeBack();
  const release = server.holdBack("interaction.post");
  const second = await openDesk(withAna, server);
  await pass(2_000);
  release();
  await pass(200);
  expect(new Set(server.inputsOf("interaction.post").map(({ clientId }) => clientId)).size).toBe(1);
  tellEcho(server, 0);
  await pass();
  expect(linesWith("first", first.container)).toHaveLength(1);
  expect(linesWith("first", second.container)).toHaveLength(1);
});

test("another person at the same browser neither sees nor sends what the first one left unsent", async () => {
  const ofMia = aDeskServer();
  const left = await openDesk(withAna, ofMia);
  ofMia.cutOff();
  await send(left.user, "first");
  await pass();
  await left.close();

  const ofTom = aDeskServer({ partyId: TOM.id, name: TOM.name });
  const other = await openDesk(withAna, ofTom);
  await pass(60_000);
  expect(linesWith("first")).toEqual([]);
  expect(bodiesSent(ofTom)).toEqual([]);
  await other.close();

  ofMia.comeBack();
  await openDesk(withAna, ofMia);
  await pass(200);
  expect(bodiesSent(ofMia)).toEqual(["first"]);
});

test.each(["not_signed_in", "other_viewer"])(
  "a message waits while the session is not its writer's: %s",
  async (code) => {
    const server = aDeskServer();
    server.answer("interaction.post", () => {
      throw new Refusal(code, 401);
    });
    const { user } = await openDesk(withAna, server);
    await send(user, "first");
    await pass(10_000);
    expect(linesWith("first")[0]?.textContent).toContain("Not sent yet");
    server.answer("interaction.post", ({ clientId }) => ({ messageId: clientId }));
    await pass(40_000);
    expect(linesWith("first")[0]?.textContent).toMatch(/Sent$/);
  },
);

test("a message whose id was taken keeps its words, and is retried under a new id", async () => {
  const server = aDeskServer();
  server.answer("interaction.post", () => {
    throw new Refusal("client_id_reused");
  });
  const { user } = await openDesk(withAna, server);
  await send(user, "first");
  await pass();
  server.answer("interaction.post", ({ clientId }) => ({ messageId: clientId }));
  await user.click(screen.getByRole("button", { name: "Retry" }));
  await pass();
  const [taken, own] = server.inputsOf("interaction.post");
  expect(own?.body).toBe("first");
  expect(own?.clientId).not.toBe(taken?.clientId);
  expect(linesWith("first")[0]?.textContent).toMatch(/Sent$/);
});

test.each([
  ["full", "QuotaExceededError"],
  ["forbidden", "SecurityError"],
])("with a store that is %s a message is still retried until it is sent", async (_, name) => {
  vi.spyOn(IDBDatabase.prototype, "transaction").mockImplementation(() => {
    throw new DOMException("no room", name);
  });
  const server = aDeskServer();
  const { user } = await openDesk(withAna, server);
  server.cutOff();
  await send(user, "first");
  await pass();
  expect(linesWith("first")[0]?.textContent).toContain("Not sent yet");
  server.comeBack();
  await pass();
  expect(bodiesSent(server)).toEqual(["first"]);
});

/** Shows how many messages the outbox of the tab holds. */
function OutboxSize() {
  const outbox = useOutbox();
  return <output>{useSyncExternalStore(outbox.subscribe, () => outbox.current().length)}</output>;
}

test("a sent message leaves the outbox once its echo arrives, even if its thread is not on the screen", async () => {
  const server = aDeskServer();
  const writing = (
    <>
      <Composer interaction={aThread()} name="Ana Costa" sequence={null} />
      <OutboxSize />
    </>
  );
  const { user } = await openDesk(writing, server);
  await send(user, "first");
  await pass();
  expect(screen.getByRole("status").textContent).toBe("1");
  tellEcho(server, 0);
  await pass();
  expect(screen.getByRole("status").textContent).toBe("0");
});
