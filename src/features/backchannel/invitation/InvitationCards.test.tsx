// @vitest-environment happy-dom
import { act, fireEvent, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { Pane } from "@/features/shell/panes/Pane";
import { UndoProvider } from "@/features/shell/undo/UndoProvider";
import { aDeskServer } from "@/testing/desk/aDeskServer";
import { minutesOn } from "@/testing/desk/deskViews";
import { openDesk, pass, withBrowser } from "@/testing/desk/openDesk";
import { InvitationCards } from "./InvitationCards";

withBrowser();

async function openCards() {
  const server = aDeskServer();
  server.answer("queue.backchannels", () => []);
  const cards = <InvitationCards isQuiet={false} onOpen={vi.fn()} onAccepted={vi.fn()} onShowAll={vi.fn()} />;
  await openDesk(
    <UndoProvider>
      <Pane id="list">{cards}</Pane>
    </UndoProvider>,
    server,
  );
  const pane = screen.getByRole("region", { name: "list" });
  pane.getBoundingClientRect = () => new DOMRect(0, 0, 300, 800);
  const invite = async (note: string, minutes: number) => {
    const participation = "invited" as const;
    const row = { interactionId: note, name: note, invitedBy: "Tom", note, participation, unreadCount: 0 };
    server.tell({ type: "backchannel", row: { ...row, startedAt: minutesOn(minutes), lastMessageAt: null } });
    await pass();
  };
  return { pane, invite };
}

const notes = () => ["first", "second"].filter((note) => screen.queryByText(note) !== null);

test("no card appears under the pointer; it waits until the pointer has left", async () => {
  const { pane, invite } = await openCards();
  fireEvent.pointerMove(pane, { clientY: 700 });
  await invite("first", 0);
  expect(notes()).toEqual([]);
  fireEvent.pointerMove(pane, { clientY: 100 });
  expect(notes()).toEqual(["first"]);
});

test("a newer card replaces the one that is shown, but not under the pointer or the focus", async () => {
  const { pane, invite } = await openCards();
  await invite("first", 0);
  fireEvent.pointerMove(pane, { clientY: 700 });
  await invite("second", 1);
  expect(notes()).toEqual(["first"]);
  act(() => screen.getByRole("button", { name: "Accept" }).focus());
  fireEvent.pointerLeave(pane);
  expect(notes()).toEqual(["first"]);
  act(() => screen.getByRole("button", { name: "Accept" }).blur());
  expect(notes()).toEqual(["second"]);
});
