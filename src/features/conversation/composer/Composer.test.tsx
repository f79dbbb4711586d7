// @vitest-environment happy-dom
import { fireEvent, screen, within } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { MEMBER_MESSAGE_LENGTH_MAX } from "@/contract/inputs/limits";
import { aDeskServer } from "@/testing/desk/aDeskServer";
import { aBackchannel, aThread, MIA, TOM } from "@/testing/desk/deskViews";
import { send } from "@/testing/desk/Exchange";
import { openDesk, pass, withBrowser } from "@/testing/desk/openDesk";
import { INTERNAL_CLIPBOARD_TYPE } from "../clipboard/internalClipboard";
import { useOutbox } from "../outbox/OutboxProvider";
import { OUTBOX_ENTRIES_MAX } from "../outbox/outboxStore";
import { Composer } from "./Composer";

withBrowser();

const SEQUENCE = { id: "refund", subject: "Refund", state: "open" as const };

const toAna = <Composer interaction={aThread()} name="Ana Costa" sequence={SEQUENCE} />;
const toPayments = <Composer interaction={aBackchannel()} name="Payments" sequence={null} />;

const field = () => screen.getByRole<HTMLTextAreaElement>("textbox");
/** Writes a text at once: a key for each letter is much slower, and matters only where keys are tested. */
async function paste(user: UserEvent, text: string): Promise<void> {
  await user.click(field());
  await user.paste(text);
}

const sendButton = () => screen.getByRole("button", { name: "Send" });

test("P3: the composer says who will read a text before it is written, and that the customer cannot see it", async () => {
  const server = aDeskServer();
  const desk = await openDesk(toAna, server);
  expect(screen.getByRole("textbox", { name: "Reply to Ana Costa, customer" })).toBeTruthy();
  expect(screen.getByText("To: Ana Costa (customer)")).toBeTruthy();
  expect(screen.queryByText(/Customer cannot see this/)).toBeNull();
  await desk.close();
  await openDesk(toPayments, server);
  const internal = "Write to Payments, internal, the customer cannot see this";
  expect(screen.getByRole("textbox", { name: internal })).toBeTruthy();
  expect(screen.getByText("To: Payments")).toBeTruthy();
  expect(screen.getByText(/Customer cannot see this/)).toBeTruthy();
});

test("P3: a text is sent with the audience it was written for", async () => {
  const server = aDeskServer();
  const first = await openDesk(toAna, server);
  await send(first.user, "It is on its way.");
  await first.close();
  const second = await openDesk(toPayments, server);
  await send(second.user, "Is it on its way?", "Write to Payments");
  await pass();
  expect(server.inputsOf("interaction.post")).toMatchObject([
    { interactionId: "thread", body: "It is on its way.", expectedAudience: "customer" },
    { interactionId: "payments", body: "Is it on its way?", expectedAudience: "internal" },
  ]);
});

test("Enter and Shift+Enter begin a new line; Ctrl+Enter and ⌘Enter send and leave an empty, focused field", async () => {
  const server = aDeskServer();
  const { user } = await openDesk(toAna, server);
  await user.type(field(), "Dear Ana,{Enter}{Shift>}{Enter}{/Shift}it is on its way.");
  await pass();
  expect(field().value).toBe("Dear Ana,\n\nit is on its way.");
  expect(server.inputsOf("interaction.post")).toEqual([]);
  await user.keyboard("{Meta>}{Enter}{/Meta}");
  expect(field().value).toBe("");
  expect(document.activeElement).toBe(field());
  await user.keyboard("And here it is.{Control>}{Enter}{/Control}");
  await pass();
  expect(server.inputsOf("interaction.post").map(({ body }) => body)).toEqual([
    "Dear Ana,\n\nit is on its way.",
    "And here it is.",
  ]);
});

test("an Enter that takes an input method's candidate sends nothing, whatever modifier is held", async () => {
  const server = aDeskServer();
  const { user } = await openDesk(toAna, server);
  await user.type(field(), "返金");
  fireEvent.keyDown(field(), { key: "Enter", ctrlKey: true, isComposing: true });
  // Safari has ended the composition by then, and says so by the code alone.
  fireEvent.keyDown(field(), { key: "Enter", ctrlKey: true, keyCode: 229 });
  await pass();
  expect(field().value).toBe("返金");
  expect(server.inputsOf("interaction.post")).toEqual([]);
});

test("C4: Ctrl+Shift+Enter sends and closes; in a backchannel, which has no state, it only sends", async () => {
  const server = aDeskServer();
  const onClosing = vi.fn();
  const withCustomer = <Composer interaction={aThread()} name="Ana Costa" sequence={SEQUENCE} onClosing={onClosing} />;
  const first = await openDesk(withCustomer, server);
  await first.user.type(field(), "Done.{Control>}{Shift>}{Enter}{/Shift}{/Control}");
  await first.close();
  const second = await openDesk(toPayments, server);
  expect(screen.queryByRole("button", { name: "Send and set the state" })).toBeNull();
  await second.user.type(field(), "Thanks.{Control>}{Shift>}{Enter}{/Shift}{/Control}");
  await pass();
  const [closing, internal] = server.inputsOf("interaction.post");
  expect(closing).toMatchObject({ body: "Done.", thenState: "closed" });
  expect(internal).not.toHaveProperty("thenState");
  expect(onClosing).toHaveBeenCalledTimes(1);
});

test("C4: the menu beside Send sets the state with the reply", async () => {
  const server = aDeskServer();
  const { user } = await openDesk(toAna, server);
  await paste(user, "Which card was it?");
  await user.click(screen.getByRole("button", { name: "Send and set the state" }));
  await pass();
  await user.click(within(screen.getByRole("menu")).getByText("Send + Need-info"));
  await pass();
  expect(server.inputsOf("interaction.post")).toMatchObject([{ body: "Which card was it?", thenState: "need_info" }]);
});

test.each([
  ["nothing", ""],
  ["blanks", "  \n "],
  ["invisible characters", "\u200b\u2060"],
])("%s cannot be sent", async (_, text) => {
  const server = aDeskServer();
  const { user } = await openDesk(toAna, server);
  fireEvent.change(field(), { target: { value: text } });
  expect(sendButton().getAttribute("aria-disabled")).toBe("true");
  await user.click(sendButton());
  await user.type(field(), "{Control>}{Enter}{/Control}");
  await pass();
  expect(server.inputsOf("interaction.post")).toEqual([]);
});

test("a text that is too long is not cut; the composer says by how much, and sends it once it is shorter", async () => {
  const server = aDeskServer();
  const { user } = await openDesk(toAna, server);
  const tooLong = "x".repeat(MEMBER_MESSAGE_LENGTH_MAX + 2);
  fireEvent.change(field(), { target: { value: tooLong } });
  expect(screen.getByText("2 characters too many")).toBeTruthy();
  await user.click(sendButton());
  expect(field().value).toBe(tooLong);
  expect(server.inputsOf("interaction.post")).toEqual([]);
  fireEvent.change(field(), { target: { value: tooLong.slice(3) } });
  expect(screen.getByText("1 character left")).toBeTruthy();
  await user.click(sendButton());
  await pass();
  expect(server.inputsOf("interaction.post")).toHaveLength(1);
});

test("a draft survives a reload, for its own interaction and its own writer alone", async () => {
  const server = aDeskServer();
  const first = await openDesk(toAna, server);
  await paste(first.user, "Dear Ana,");
  expect(screen.queryByText("Draft kept")).toBeNull();
  await pass(500);
  expect(screen.getByText("Draft kept")).toBeTruthy();
  await first.close();

  const elsewhere = await openDesk(toPayments, server);
  expect(field().value).toBe("");
  await elsewhere.close();

  const ofTom = await openDesk(toAna, aDeskServer({ partyId: TOM.id }));
  expect(field().value).toBe("");
  await ofTom.close();

  await openDesk(toAna, aDeskServer({ partyId: MIA.id }));
  expect(field().value).toBe("Dear Ana,");
});

test("words typed just before the page is left are kept", async () => {
  const server = aDeskServer();
  const first = await openDesk(toAna, server);
  await first.user.type(field(), "Dear");
  fireEvent(window, new Event("pagehide"));
  await first.close();
  await openDesk(toAna, server);
  expect(field().value).toBe("Dear");
});

test("a sent text is no longer a draft", async () => {
  const server = aDeskServer();
  const first = await openDesk(toAna, server);
  await paste(first.user, "It is on its way.");
  await pass(500);
  await first.user.click(sendButton());
  await pass(500);
  await first.close();
  await openDesk(toAna, server);
  expect(field().value).toBe("");
});

test("words typed before the draft was read go below it", async () => {
  const server = aDeskServer();
  const first = await openDesk(toAna, server);
  await paste(first.user, "Dear Ana,");
  await pass(500);
  await first.close();
  const transaction = IDBDatabase.prototype.transaction;
  let isFound = false;
  vi.spyOn(IDBDatabase.prototype, "transaction").mockImplementation(function (this: IDBDatabase, ...asked) {
    // The first reading is the draft's: the words come in the middle of it.
    if (!isFound) queueMicrotask(() => fireEvent.change(field(), { target: { value: "welcome." } }));
    isFound = true;
    return transaction.apply(this, asked);
  });
  await openDesk(toAna, server);
  expect(field().value).toBe("Dear Ana,\n\nwelcome.");
});

test.each([
  ["full", "QuotaExceededError"],
  ["forbidden", "SecurityError"],
])("with a store that is %s no draft is promised, and the text can be sent", async (_, name) => {
  const server = aDeskServer();
  vi.spyOn(IDBDatabase.prototype, "transaction").mockImplementation(() => {
    throw new DOMException("no room", name);
  });
  const { user } = await openDesk(toAna, server);
  await paste(user, "It is on its way.");
  await pass(500);
  expect(field().value).toBe("It is on its way.");
  expect(screen.queryByText("Draft kept")).toBeNull();
  // At the composer, and for screen readers.
  expect(screen.getAllByText("This browser does not keep the draft")).toHaveLength(2);
  await user.click(sendButton());
  await pass();
  expect(server.inputsOf("interaction.post")).toMatchObject([{ body: "It is on its way." }]);
});

/** Fills the outbox of the tab with messages to somebody else. */
function Filler() {
  const outbox = useOutbox();
  const fill = () => {
    for (let index = 0; index < OUTBOX_ENTRIES_MAX; index += 1)
      outbox.queue({
        ...{ clientId: `filler ${index}`, interactionId: "elsewhere", body: "waits", expectedAudience: "customer" },
        ...{ thenState: null, queuedAtMs: index, status: "queued", attempts: 0, nextAttemptAtMs: 0, refusal: null },
      });
  };
  return (
    <>
      <button type="button" onClick={fill}>
        Fill
      </button>
      <button type="button" onClick={() => outbox.remove("filler 7")}>
        Empty
      </button>
    </>
  );
}

test.each([
  ["a reply", aThread(), SEQUENCE],
  ["a message to a backchannel", aBackchannel(), null],
])("a full outbox refuses %s in words, keeps the text, and sends it once there is room", async (_, interaction, of) => {
  const server = aDeskServer();
  const onClosing = vi.fn();
  const writing = (
    <>
      <Filler />
      <Composer interaction={interaction} name="Ana Costa" sequence={of} onClosing={onClosing} />
    </>
  );
  const { user } = await openDesk(writing, server);
  server.cutOff();
  await user.click(screen.getByRole("button", { name: "Fill" }));
  await paste(user, "It is on its way.");
  const words =
    "200 messages are waiting. No more is taken until some of them are sent or deleted. Your text stays here.";
  expect(screen.queryByText(words)).toBeNull();
  await user.keyboard("{Control>}{Shift>}{Enter}{/Shift}{/Control}");
  await pass();
  expect(field().value).toBe("It is on its way.");
  expect(onClosing).not.toHaveBeenCalled();
  // Once at the composer, once for screen readers.
  const spoken = () => [...document.querySelectorAll("[aria-live=polite] p")].filter((p) => p.textContent === words);
  expect(screen.getAllByText(words)).toHaveLength(2);
  expect(spoken()).toHaveLength(1);
  await user.click(sendButton());
  expect(spoken()).toHaveLength(2);
  await user.click(screen.getByRole("button", { name: "Empty" }));
  expect(screen.getAllByText(words)).toEqual(spoken());
  server.comeBack();
  await user.click(sendButton());
  await pass();
  expect(field().value).toBe("");
  expect(server.inputsOf("interaction.post").map(({ body }) => body)).toContain("It is on its way.");
});

test("the keys say by how much a text is too long to be sent", async () => {
  const { user } = await openDesk(toAna, aDeskServer());
  fireEvent.change(field(), { target: { value: "x".repeat(MEMBER_MESSAGE_LENGTH_MAX + 2) } });
  await user.click(field());
  await user.keyboard("{Control>}{Enter}{/Control}");
  await pass();
  expect(document.querySelector("[aria-live=polite]")?.textContent).toContain("2 characters too many");
});

/** What the clipboard holds after copying from a backchannel. */
function copiedFrom(name: string, text: string): DataTransfer {
  const held = new Map([
    ["text/plain", text],
    [INTERNAL_CLIPBOARD_TYPE, JSON.stringify({ name })],
  ]);
  return { getData: (type: string) => held.get(type) ?? "" } as DataTransfer;
}

test("P3: internal text pasted into a reply is noticed, and its writer keeps or removes it", async () => {
  const server = aDeskServer();
  const { user } = await openDesk(toAna, server);
  await user.type(field(), "Hello ");
  fireEvent.paste(field(), { clipboardData: copiedFrom("Payments", "stuck since Monday") });
  expect(field().value).toBe("Hello stuck since Monday");
  expect(screen.getByRole("alert").textContent).toContain("This text comes from Payments (internal).");
  await user.click(screen.getByRole("button", { name: "Remove" }));
  expect(field().value).toBe("Hello ");
  expect(screen.queryByRole("alert")).toBeNull();

  fireEvent.paste(field(), { clipboardData: copiedFrom("Payments", "stuck") });
  await user.click(screen.getByRole("button", { name: "Keep" }));
  expect(field().value).toBe("Hello stuck");
  expect(screen.queryByRole("alert")).toBeNull();
});

test("P3: internal text pasted into a backchannel raises no question", async () => {
  await openDesk(toPayments, aDeskServer());
  fireEvent.paste(field(), { clipboardData: copiedFrom("Payments", "stuck since Monday") });
  expect(screen.queryByRole("alert")).toBeNull();
});

test("typing is signalled at most every three seconds, and not when the text is emptied", async () => {
  const server = aDeskServer();
  const { user } = await openDesk(toAna, server);
  await user.type(field(), "Dear");
  await pass();
  expect(server.inputsOf("interaction.typing")).toEqual([{ interactionId: "thread" }]);
  await pass(3_000);
  await user.clear(field());
  await pass();
  expect(server.inputsOf("interaction.typing")).toHaveLength(1);
  await user.type(field(), "Ana");
  await pass();
  expect(server.inputsOf("interaction.typing")).toHaveLength(2);
});

test("Escape moves the focus from the text to its pane, so that single keys act again", async () => {
  const pane = (
    <section data-pane="thread" aria-label="The request" tabIndex={-1}>
      {toAna}
    </section>
  );
  const { user } = await openDesk(pane, aDeskServer());
  await user.type(field(), "Dear{Escape}");
  expect(document.activeElement).toBe(screen.getByRole("region", { name: "The request" }));
  expect(field().value).toBe("Dear");
});
