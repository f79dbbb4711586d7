// @vitest-environment happy-dom
import { screen, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import type { InteractionView } from "@/contract/views/conversationViews";
import { aDeskServer } from "@/testing/desk/aDeskServer";
import { type DeskServer, Refusal } from "@/testing/desk/deskServer";
import { aBackchannel, minutesOn } from "@/testing/desk/deskViews";
import { openDesk, pass, withBrowser } from "@/testing/desk/openDesk";
import { BackchannelPage } from "./BackchannelPage";

withBrowser();

function answerBackchannel(server: DeskServer, change: Partial<InteractionView> = {}): void {
  server.answer("interaction.get", () => ({ ...aBackchannel(change), asOf: server.asOf() }));
}

/** A desk that shows the backchannel with Payments, as the server describes it. */
async function openBackchannel(change: Partial<InteractionView> = {}, server: DeskServer = aDeskServer()) {
  answerBackchannel(server, change);
  return { server, ...(await openPage(server)) };
}

function openPage(server: DeskServer) {
  const page = (
    <BackchannelPage interactionId="payments" leading={null} onOpenSequence={vi.fn()} startsWriting={false} />
  );
  return openDesk(page, server);
}

const field = () => screen.queryByRole("textbox", { name: /^Write to/ });
const polite = () => document.querySelector("[aria-live=polite]")?.textContent;

test("P3: a backchannel says that the customer cannot see it", async () => {
  await openBackchannel();
  expect(screen.getByRole("heading", { name: "Internal: Payments" })).toBeTruthy();
  expect(screen.getByText("customer cannot see this")).toBeTruthy();
  expect(field()).toBeTruthy();
});

test("O5: an invitation shows no messages until it is accepted; then the cursor is in the composer", async () => {
  const { server, user } = await openBackchannel({ viewer: "invited" });
  expect(server.inputsOf("interaction.messages")).toEqual([]);
  expect(field()).toBeNull();
  server.answer("interaction.answerInvitation", () => undefined);
  answerBackchannel(server);
  await user.click(screen.getByRole("button", { name: "Accept" }));
  await pass();
  expect(server.inputsOf("interaction.answerInvitation")).toEqual([{ interactionId: "payments", accepts: true }]);
  expect(server.inputsOf("interaction.messages")).toHaveLength(1);
  expect(document.activeElement).toBe(field());
  expect(polite()).toBe("You take part now.");
});

test("O5: an invitation is declined with a reason; Escape goes back to the choice", async () => {
  const { server, user } = await openBackchannel({ viewer: "invited" });
  server.answer("interaction.answerInvitation", () => undefined);
  await user.click(screen.getByRole("button", { name: "Decline" }));
  await user.keyboard("{Escape}");
  expect(document.activeElement).toBe(screen.getByRole("button", { name: "Decline" }));
  await user.keyboard("{Enter}");
  await user.click(screen.getByRole("button", { name: "Busy now" }));
  await user.click(screen.getByRole("button", { name: "Decline" }));
  await pass();
  expect(server.inputsOf("interaction.answerInvitation")).toEqual([
    { interactionId: "payments", accepts: false, reason: "Busy now" },
  ]);
});

test("O5: two quick presses accept an invitation once, and a late answer says so", async () => {
  const { server, user } = await openBackchannel({ viewer: "invited" });
  server.answer("interaction.answerInvitation", () => {
    throw new Refusal("already_answered");
  });
  const release = server.holdBack("interaction.answerInvitation");
  await user.dblClick(screen.getByRole("button", { name: "Accept" }));
  await pass();
  release();
  await pass();
  expect(server.inputsOf("interaction.answerInvitation")).toHaveLength(1);
  const toasts = within(screen.getByRole("region", { name: "Notifications" }));
  expect(toasts.getByText("Somebody has answered this invitation already.")).toBeTruthy();
});

test.each([
  ["took_part", "You left this backchannel. You see what was there until then."],
  ["privileged", "You are looking at a backchannel of others. It is written to the audit log."],
] as const)("P2, P12: a viewer who %s reads and cannot write, and is told why", async (viewer, words) => {
  await openBackchannel({ viewer });
  expect(screen.getByText(words)).toBeTruthy();
  expect(field()).toBeNull();
});

test("C7: an ended backchannel takes no messages; who may reopen it can, and writes there at once", async () => {
  const { server, user } = await openBackchannel({ endedAt: minutesOn(-5), mayEnd: true });
  expect(screen.getByText("This backchannel has ended.")).toBeTruthy();
  expect(field()).toBeNull();
  server.answer("interaction.reopenBackchannel", () => {
    server.tell({ type: "interaction", interaction: aBackchannel({ mayEnd: true }) });
  });
  await user.click(screen.getByRole("button", { name: "Reopen" }));
  await pass();
  expect(document.activeElement).toBe(field());
});

test("C7: others are not offered to reopen an ended backchannel", async () => {
  await openBackchannel({ endedAt: minutesOn(-5) });
  expect(screen.getByText("This backchannel has ended.")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Reopen" })).toBeNull();
});

test("P2: a backchannel that the viewer loses sight of leaves the screen", async () => {
  const { server } = await openBackchannel();
  server.tell({ type: "hidden", interactionId: "payments", sequenceId: null });
  await pass();
  expect(screen.getByText("This backchannel is not here, or you no longer take part.")).toBeTruthy();
  expect(field()).toBeNull();
});

test("P4: a hidden backchannel looks like a missing one; any other error can be retried", async () => {
  const server = aDeskServer();
  server.answer("interaction.get", () => {
    throw new Refusal("not_found", 404);
  });
  const missing = await openPage(server);
  expect(screen.getByText("This backchannel is not here, or you no longer take part.")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Try again" })).toBeNull();
  await missing.close();

  server.answer("interaction.get", () => {
    throw new Refusal("too_many_requests", 429);
  });
  const { user } = await openPage(server);
  expect(screen.getByRole("alert").textContent).toContain("Too many tries in a short time.");
  answerBackchannel(server);
  await user.click(screen.getByRole("button", { name: "Try again" }));
  await pass();
  expect(screen.getByRole("heading", { name: "Internal: Payments" })).toBeTruthy();
});
