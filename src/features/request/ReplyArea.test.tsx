// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import type { InteractionView } from "@/contract/views/conversationViews";
import type { SequenceView } from "@/contract/views/requestViews";
import { aDeskServer } from "@/testing/desk/aDeskServer";
import { aSequence, aThread } from "@/testing/desk/deskViews";
import { openDesk, withBrowser } from "@/testing/desk/openDesk";
import { ReplyArea } from "./ReplyArea";
import type { SequenceActions } from "./useSequenceActions";

withBrowser();

/** A desk that shows the foot of the customer's thread. */
async function openReply(
  sequence: Partial<SequenceView>,
  viewer: InteractionView["viewer"] = "taking_part",
  isTaking = false,
) {
  const actions = {
    ...{ open: null, isTaking, isWithdrawing: false },
    ...{ setOpen: vi.fn(), setState: vi.fn(), take: vi.fn(), withdrawEscalation: vi.fn() },
  } satisfies SequenceActions;
  const reply = (
    <ReplyArea
      sequence={aSequence(sequence)}
      interaction={aThread({ viewer })}
      actions={actions}
      onClosing={() => undefined}
    />
  );
  return { actions, ...(await openDesk(reply, aDeskServer())) };
}

const may = (change: Partial<SequenceView["may"]>) => ({ may: { ...aSequence().may, ...change } });

test("who answers the customer has a composer", async () => {
  await openReply(may({ reply: true }));
  expect(screen.getByRole("textbox", { name: "Reply to Ana Costa, customer" })).toBeTruthy();
});

test("C4: a closed request has no composer, and offers to reopen it to those who may", async () => {
  const { actions, user, close } = await openReply({ state: "closed", ...may({ reply: true, change: true }) });
  expect(screen.queryByRole("textbox")).toBeNull();
  expect(screen.getByText(/This request is closed/)).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Reopen" }));
  expect(actions.setState.mock.calls).toEqual([["open"]]);
  await close();
  await openReply({ state: "closed", ...may({ change: false }) });
  expect(screen.getByText(/This request is closed/)).toBeTruthy();
  expect(screen.queryByRole("button")).toBeNull();
});

test("a request that the viewer may take offers that instead of a composer, once", async () => {
  const waiting = await openReply(may({ reply: false, take: true }));
  expect(screen.queryByRole("textbox")).toBeNull();
  await waiting.user.click(screen.getByRole("button", { name: "Take" }));
  expect(waiting.actions.take).toHaveBeenCalledTimes(1);
  await waiting.close();
  const taking = await openReply(may({ reply: false, take: true }), "taking_part", true);
  await taking.user.click(screen.getByRole("button", { name: "Take" }));
  expect(taking.actions.take).not.toHaveBeenCalled();
});

test("P12: a viewer by privilege is told that the look leaves a trace", async () => {
  await openReply(may({ reply: false, take: false }), "privileged");
  expect(screen.getByText(/What you open here is written to the audit log/)).toBeTruthy();
  expect(screen.queryByRole("textbox")).toBeNull();
});

test("a viewer who takes no part is told that they cannot write", async () => {
  await openReply(may({ reply: false, take: false }), "took_part");
  expect(screen.getByText("You do not take part, so you cannot write here.")).toBeTruthy();
});
