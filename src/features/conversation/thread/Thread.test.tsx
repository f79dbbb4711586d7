// @vitest-environment happy-dom
import { fireEvent, screen, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import type { InteractionView, MessageView } from "@/contract/views/conversationViews";
import { aDeskServer, answerMessages } from "@/testing/desk/aDeskServer";
import { Refusal } from "@/testing/desk/deskServer";
import { aBackchannel, aMessage, aThread, MIA, minutesOn, TOM } from "@/testing/desk/deskViews";
import { Exchange, send } from "@/testing/desk/Exchange";
import { openDesk, pass, withBrowser } from "@/testing/desk/openDesk";
import { useEditOutgoing } from "../composer/useEditOutgoing";
import { Thread } from "./Thread";

withBrowser();

/** A desk whose thread holds these messages. */
async function openThread(messages: MessageView[], change: Partial<InteractionView> = {}) {
  const server = aDeskServer();
  answerMessages(server, messages);
  const desk = await openDesk(<Exchange interaction={aThread(change)} />, server);
  return { server, ...desk };
}

const ofMia = (ordinal: number, change: Partial<MessageView> = {}) =>
  aMessage(ordinal, { author: MIA, aliasName: "Mia", isMine: true, ...change });

/** A thread without a composer, as of a closed request. */
function ClosedThread() {
  const editOutgoing = useEditOutgoing();
  return <Thread interaction={aThread()} name="Ana Costa" onQuote={null} onEditOutgoing={editOutgoing} />;
}

const list = () => screen.getByRole("list", { name: "Messages with Ana Costa" });
const lines = () => within(list()).getAllByRole("listitem");
const lineWith = (text: string) => lines().filter((line) => line.textContent?.includes(text));
const field = () => screen.getByRole<HTMLTextAreaElement>("textbox", { name: /^Reply to/ });

test("a slow thread says that it loads; a quick one does not flash", async () => {
  const server = aDeskServer();
  answerMessages(server, []);
  const release = server.holdBack("interaction.messages");
  await openDesk(<Exchange interaction={aThread()} />, server);
  expect(screen.queryByText("Loading…")).toBeNull();
  await pass(200);
  expect(screen.getByText("Loading…")).toBeTruthy();
  release();
  await pass();
  expect(screen.queryByText("Loading…")).toBeNull();
  expect(screen.getByText("No messages yet.")).toBeTruthy();
});

test("a thread that cannot be read says why, and can be read again", async () => {
  const server = aDeskServer();
  server.answer("interaction.messages", () => {
    throw new Refusal("not_found", 404);
  });
  const { user } = await openDesk(<Exchange interaction={aThread()} />, server);
  expect(screen.getByRole("alert").textContent).toContain("This is not there, or not yours to see.");
  answerMessages(server, [aMessage(1)]);
  await user.click(screen.getByRole("button", { name: "Try again" }));
  await pass();
  expect(screen.queryByRole("alert")).toBeNull();
  expect(lineWith("message 1")).toHaveLength(1);
});

test("without a network a thread retries by itself before it says that the server cannot be reached", async () => {
  const server = aDeskServer();
  answerMessages(server, [aMessage(1)]);
  const release = server.holdBack("interaction.messages");
  await openDesk(<Exchange interaction={aThread()} />, server);
  server.cutOff();
  release();
  await pass(10_000);
  expect(screen.getByRole("alert").textContent).toContain("The server cannot be reached.");
});

test("P8: messages stand under their day, in groups with author, alias and time; the viewer is You", async () => {
  await openThread([
    aMessage(1, { sentAt: new Date("2026-11-22T09:00:00Z") }),
    aMessage(2),
    aMessage(3),
    ofMia(4),
    aMessage(5, { author: TOM, aliasName: "Tomás" }),
  ]);
  expect(lines().map((line) => line.textContent?.replace(/\u202f/g, " "))).toEqual([
    "Sunday, November 22, 2026",
    "ACAna CostaNov 22, 2026, 9:00 AMmessage 1",
    "Monday, November 23, 2026",
    "ACAna Costa9:32 AMmessage 2",
    "message 3",
    "MBYoushown as Mia9:34 AMmessage 4",
    "TRTom Reyesshown as Tomás9:35 AMmessage 5",
  ]);
});

test("a text is shown whole, with its lines, markup as text and URLs as links", async () => {
  const long = `${"a long line ".repeat(400)}\nsecond line`;
  await openThread([
    aMessage(1, { body: long }),
    aMessage(2, { body: '<img src="x" onerror="alert(1)"> see https://acme.example/refund' }),
  ]);
  expect(lineWith("a long line")[0]?.querySelector("p")?.textContent).toBe(long);
  expect(list().querySelector("img")).toBeNull();
  expect(within(list()).getByRole("link").getAttribute("href")).toBe("https://acme.example/refund");
});

test("P4: an excerpt without words of its own shows the shared lines and no empty text", async () => {
  const server = aDeskServer();
  const excerpt = {
    customerName: null,
    lines: [{ authorName: null, isCustomer: true, body: "it is stuck", sentAt: minutesOn(-40) }],
  };
  answerMessages(server, [aMessage(1, { interactionId: "payments", author: TOM, kind: "excerpt", body: "", excerpt })]);
  await openDesk(<Exchange interaction={aBackchannel()} />, server);
  const shared = screen.getByRole("figure");
  expect(shared.textContent).toContain("Shared excerpt (1 message)");
  expect(shared.textContent).toContain("Customer");
  expect(shared.parentElement?.children).toHaveLength(1);
});

test("R3: feedback of the desk is a line of its own, without an author", async () => {
  await openThread([aMessage(1), aMessage(2, { kind: "feedback", feedback: "shortly", body: "" })]);
  expect(lineWith("Told the customer: a response follows shortly.")).toHaveLength(1);
  expect(screen.getAllByRole("article")).toHaveLength(1);
});

test("B1: the divider stays before the first unread message; a second in sight marks it as read", async () => {
  const { server } = await openThread([aMessage(1), aMessage(2), aMessage(3)], { lastReadOrdinal: 1 });
  const marked = () => lines().map((line) => line.textContent === "2 new messages");
  expect(marked()).toEqual([false, false, true, false, false]);
  await pass(700);
  expect(server.inputsOf("interaction.markRead")).toEqual([]);
  await pass(300);
  expect(server.inputsOf("interaction.markRead")).toEqual([{ interactionId: "thread", ordinal: 3 }]);
  expect(marked()).toEqual([false, false, true, false, false]);
});

test("B1: nothing is marked as read in an unfocused tab, nor for a viewer who takes no part", async () => {
  vi.spyOn(document, "hasFocus").mockReturnValue(false);
  const unseen = await openThread([aMessage(1)], { lastReadOrdinal: 0 });
  await pass(5_000);
  expect(unseen.server.inputsOf("interaction.markRead")).toEqual([]);
  vi.spyOn(document, "hasFocus").mockReturnValue(true);
  fireEvent.focus(window);
  await pass(1_100);
  expect(unseen.server.inputsOf("interaction.markRead")).toHaveLength(1);
  await unseen.close();

  const privileged = await openThread([aMessage(1)], { lastReadOrdinal: 0, viewer: "privileged" });
  await pass(5_000);
  expect(privileged.server.inputsOf("interaction.markRead")).toEqual([]);
});

test("B1: messages of others appear at once and are announced; own and earlier messages are not announced", async () => {
  const { server } = await openThread([aMessage(1)]);
  const log = screen.getByRole("log");
  server.tell({ type: "message", message: aMessage(2, { body: "any news?" }) });
  server.tell({ type: "message", message: ofMia(3, { body: "from my other tab" }) });
  await pass();
  expect(lineWith("any news?")).toHaveLength(1);
  expect(lineWith("from my other tab")).toHaveLength(1);
  expect(log.textContent?.replace(/\u202f/g, " ")).toBe("Ana Costa, 9:32 AM: any news?");
});

test("an event heard twice or out of order shows its message once, in its place", async () => {
  const { server } = await openThread([aMessage(1)]);
  server.tell({ type: "message", message: aMessage(3) });
  server.tell({ type: "message", message: aMessage(2) });
  server.tell({ type: "message", message: aMessage(3) });
  await pass();
  expect(screen.getAllByRole("article").map((line) => line.textContent?.slice(-9))).toEqual([
    "message 1",
    "message 2",
    "message 3",
  ]);
});

test("P2: messages that the viewer loses sight of leave the screen", async () => {
  const { server } = await openThread([aMessage(1), aMessage(2)]);
  server.tell({ type: "message_removed", interactionId: "thread", messageId: "message-1" });
  await pass();
  expect(lineWith("message 1")).toEqual([]);
  server.tell({ type: "hidden", interactionId: "thread", sequenceId: null });
  await pass();
  expect(screen.getByText("No messages yet.")).toBeTruthy();
});

test("an own message appears at once, and its echo replaces it without doubling it", async () => {
  const { server, user } = await openThread([aMessage(1)]);
  const release = server.holdBack("interaction.post");
  await send(user, "It is on its way.");
  expect(lineWith("It is on its way.")[0]?.textContent).toContain("Sending…");
  await pass();
  release();
  await pass();
  expect(lineWith("It is on its way.")[0]?.textContent).toMatch(/Sent$/);
  const [sent] = server.inputsOf("interaction.post");
  const echo = ofMia(2, { clientId: sent?.clientId ?? "", body: "It is on its way." });
  server.tell({ type: "message", message: echo });
  await pass();
  expect(lineWith("It is on its way.")).toHaveLength(1);
  expect(lineWith("It is on its way.")[0]?.textContent).not.toContain("Sent");
});

test("an echo that comes before the answer does not double the message", async () => {
  const { server, user } = await openThread([aMessage(1)]);
  const release = server.holdBack("interaction.post");
  await send(user, "It is on its way.");
  await pass();
  const [sent] = server.inputsOf("interaction.post");
  server.tell({ type: "message", message: ofMia(2, { clientId: sent?.clientId ?? "", body: "It is on its way." }) });
  await pass();
  expect(lineWith("It is on its way.")).toHaveLength(1);
  release();
  await pass();
  expect(lineWith("It is on its way.")).toHaveLength(1);
});

test("a sent and a refused message are each announced once", async () => {
  const { server, user } = await openThread([aMessage(1)]);
  await send(user, "It is on its way.");
  await pass();
  const polite = () => document.querySelector("[aria-live=polite]")?.textContent;
  expect(polite()).toBe("Sent");
  server.answer("interaction.post", () => {
    throw new Refusal("sequence_closed");
  });
  await send(user, "And another.");
  await pass();
  expect(polite()).toBe("SentA message was not sent.");
});

test("a refused message keeps its words, says why, and can be retried", async () => {
  const { server, user } = await openThread([aMessage(1)]);
  server.answer("interaction.post", () => {
    throw new Refusal("sequence_closed");
  });
  await send(user, "It is on its way.");
  await pass(60_000);
  expect(server.inputsOf("interaction.post")).toHaveLength(1);
  const [refused] = lineWith("It is on its way.");
  expect(refused?.textContent).toContain("Not sent: This request is closed. Reopen it first.");
  server.answer("interaction.post", () => ({ messageId: "message-2" }));
  await user.click(screen.getByRole("button", { name: "Retry" }));
  await pass();
  expect(lineWith("It is on its way.")[0]?.textContent).toMatch(/Sent$/);
});

test("a refused message can be moved back into the composer, below its text, or deleted", async () => {
  const { server, user } = await openThread([aMessage(1)]);
  server.answer("interaction.post", () => {
    throw new Refusal("audience_mismatch");
  });
  await send(user, "It is on its way.");
  await pass();
  await user.type(field(), "Dear Ana,");
  await user.click(within(list()).getByRole("button", { name: "Edit" }));
  expect(field().value).toBe("Dear Ana,\n\nIt is on its way.");
  expect(lineWith("It is on its way.")).toEqual([]);
  await user.keyboard("{Control>}{Enter}{/Control}");
  await pass();
  await user.click(within(list()).getByRole("button", { name: "Delete" }));
  expect(lineWith("It is on its way.")).toEqual([]);
});

test("a refused message stays, in words, where nothing can be written any more", async () => {
  const server = aDeskServer();
  answerMessages(server, []);
  server.answer("interaction.post", () => {
    throw new Refusal("sequence_closed");
  });
  const left = await openDesk(<Exchange interaction={aThread()} />, server);
  await send(left.user, "It is on its way.");
  await pass();
  await left.close();
  const { user } = await openDesk(<ClosedThread />, server);
  await user.click(within(list()).getByRole("button", { name: "Edit" }));
  await pass();
  expect(screen.getAllByText("Nothing can be written here now. The message stays as it is.").length).toBeGreaterThan(0);
  expect(lineWith("It is on its way.")).toHaveLength(1);
});

test("a message that no retry can get accepted offers no retry", async () => {
  const { server, user } = await openThread([aMessage(1)]);
  server.answer("interaction.post", () => {
    throw new Refusal("invalid_input", 400);
  });
  await send(user, "It is on its way.");
  await pass();
  expect(lineWith("It is on its way.")[0]?.textContent).toContain("it holds characters that cannot be sent");
  expect(screen.queryByRole("button", { name: "Retry" })).toBeNull();
  expect(within(list()).getByRole("button", { name: "Edit" })).toBeTruthy();
});

test("without a network messages wait in their order and say so, and are sent once it is back", async () => {
  const { server, user } = await openThread([aMessage(1)]);
  server.cutOff();
  await send(user, "first");
  await send(user, "second");
  await pass();
  expect(lineWith("first")[0]?.textContent).toMatch(/Not sent yet · next try in \ds/);
  expect(lineWith("second")[0]?.textContent).toContain("Waits for the message before it");
  server.comeBack();
  await pass();
  expect(server.inputsOf("interaction.post").map(({ body }) => body)).toEqual(["first", "second"]);
  expect(lineWith("first")[0]?.textContent).toMatch(/Sent$/);
});

test("a deleted own message disappears, and does not come back as a sent one", async () => {
  const { server, user } = await openThread([aMessage(1)]);
  await send(user, "sent too early");
  await pass();
  const [sent] = server.inputsOf("interaction.post");
  server.tell({ type: "message", message: ofMia(2, { clientId: sent?.clientId ?? "", body: "sent too early" }) });
  await pass();
  server.answer("interaction.remove", () => {
    server.tell({ type: "message_removed", interactionId: "thread", messageId: "message-2" });
  });
  await user.click(within(lineWith("sent too early")[0] as HTMLElement).getByRole("button"));
  await pass();
  await user.click(screen.getByRole("menuitem", { name: "Delete" }));
  await pass();
  await user.click(within(screen.getByRole("dialog")).getByRole("button", { name: "Delete" }));
  await pass();
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(lineWith("sent too early")).toEqual([]);
});

test("an own message is edited in place; a refusal keeps the new words, Escape restores the old ones", async () => {
  const { server, user } = await openThread([ofMia(1, { body: "stuck" })]);
  const edit = async () => {
    await user.click(within(list()).getByRole("button"));
    await pass();
    await user.click(screen.getByRole("menuitem", { name: "Edit" }));
    await pass();
    return screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Edit the message" });
  };
  server.answer("interaction.edit", () => {
    throw new Refusal("interaction_ended");
  });
  const words = await edit();
  await user.clear(words);
  await user.type(words, "sent on{Control>}{Enter}{/Control}");
  await pass();
  expect(words.value).toBe("sent on");
  expect(screen.getByText("This exchange has ended and takes no more messages.")).toBeTruthy();
  await user.type(words, "{Escape}");
  expect(lineWith("stuck")).toHaveLength(1);

  server.answer("interaction.edit", ({ body }) => {
    server.tell({ type: "message", message: ofMia(1, { body, editedAt: minutesOn(0) }) });
  });
  const again = await edit();
  await user.clear(again);
  await user.type(again, "sent on{Control>}{Enter}{/Control}");
  await pass();
  expect(lineWith("sent on")[0]?.textContent).toContain("edited");
});

test("P5: a viewer by privilege is offered no change", async () => {
  await openThread([ofMia(1)], { viewer: "privileged" });
  const actions = within(list()).getByRole("button");
  fireEvent.click(actions);
  await pass();
  expect(screen.getAllByRole("menuitem").map((item) => item.textContent)).toEqual(["Copy text"]);
});

test("earlier messages are loaded on request, before the others", async () => {
  const server = aDeskServer();
  server.answer("interaction.messages", ({ interactionId, beforeOrdinal }) => ({
    interactionId,
    messages: beforeOrdinal === undefined ? [aMessage(3)] : [aMessage(1), aMessage(2)],
    hasEarlier: beforeOrdinal === undefined,
    asOf: server.asOf(),
  }));
  const { user } = await openDesk(<Exchange interaction={aThread()} />, server);
  expect(screen.getAllByRole("article")).toHaveLength(1);
  await user.click(screen.getByRole("button", { name: "Load earlier messages" }));
  await pass();
  expect(server.inputsOf("interaction.messages").at(-1)).toMatchObject({ beforeOrdinal: 3 });
  expect(screen.getAllByRole("article").map((line) => line.textContent?.slice(-9))).toEqual([
    "message 1",
    "message 2",
    "message 3",
  ]);
  expect(screen.queryByRole("button", { name: "Load earlier messages" })).toBeNull();
});

test("an arrival does not move a reader further up; it is counted, and one click goes there", async () => {
  const { server, user } = await openThread([aMessage(1)]);
  const pane = list().closest<HTMLElement>(".overflow-y-auto");
  if (!pane) throw new Error("the thread has no pane that scrolls");
  Object.defineProperties(pane, { scrollHeight: { value: 2_000 }, clientHeight: { value: 500 } });
  pane.scrollTop = 100;
  fireEvent.scroll(pane);
  server.tell({ type: "message", message: aMessage(2) });
  await pass();
  expect(pane.scrollTop).toBe(100);
  await user.click(screen.getByRole("button", { name: "1 new message" }));
  expect(pane.scrollTop).toBe(2_000);
  expect(screen.queryByRole("button", { name: "1 new message" })).toBeNull();
});

test("of hundreds of messages only those in sight are in the document, each with its place", async () => {
  await openThread(Array.from({ length: 300 }, (_, index) => aMessage(index + 1)));
  expect(lines().length).toBeLessThan(100);
  expect(lines().every((line) => line.getAttribute("aria-setsize") === "300")).toBe(true);
});

test("a person who types is named until their message arrives", async () => {
  const { server } = await openThread([aMessage(1)]);
  server.tell({ type: "typing", interactionId: "thread", name: "Ana Costa", untilMs: minutesOn(1).getTime() });
  await pass();
  expect(screen.getByText("Ana Costa is typing…")).toBeTruthy();
  server.tell({ type: "message", message: aMessage(2) });
  await pass();
  expect(screen.queryByText("Ana Costa is typing…")).toBeNull();
});
