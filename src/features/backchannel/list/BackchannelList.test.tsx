// @vitest-environment happy-dom
import { screen, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import type { BackchannelRow } from "@/contract/views/backchannelViews";
import { aDeskServer } from "@/testing/desk/aDeskServer";
import { minutesOn } from "@/testing/desk/deskViews";
import { openDesk, pass, withBrowser } from "@/testing/desk/openDesk";
import { BackchannelList } from "./BackchannelList";

withBrowser();

const aRow = (name: string, change: Partial<BackchannelRow> = {}): BackchannelRow => ({
  interactionId: name,
  name,
  invitedBy: null,
  note: null,
  participation: "taking_part",
  startedAt: minutesOn(-60),
  lastMessageAt: null,
  unreadCount: 0,
  ...change,
});

const names = () => screen.getAllByRole("button", { name: /channel/ }).map(({ textContent }) => textContent);

async function openList() {
  const server = aDeskServer();
  const rows = [aRow("channel a", { startedAt: minutesOn(-10) }), aRow("channel b", { startedAt: minutesOn(-20) })];
  server.answer("queue.backchannels", () => rows);
  const desk = await openDesk(<BackchannelList openId={null} onOpen={vi.fn()} />, server);
  return { server, ...desk };
}

test("an invitation of somebody else waits until it is asked for, and moves no row", async () => {
  const { server, user } = await openList();
  const before = names();
  server.tell({ type: "backchannel", row: aRow("channel c", { participation: "invited", startedAt: minutesOn(0) }) });
  await pass();
  expect(names()).toEqual(before);
  expect(screen.queryByRole("region", { name: "Invitations" })).toBeNull();
  await user.click(screen.getByRole("button", { name: /1 new invitation – show/ }));
  expect(within(screen.getByRole("region", { name: "Invitations" })).getByText("channel c")).toBeTruthy();
  expect(screen.queryByRole("button", { name: /– show/ })).toBeNull();
});

test("a message moves its backchannel to the top only when that is asked for, and full stop asks", async () => {
  const { server, user } = await openList();
  const moved = { startedAt: minutesOn(-20), lastMessageAt: minutesOn(0), unreadCount: 1 };
  server.tell({ type: "backchannel", row: aRow("channel b", moved) });
  await pass();
  expect(names()[0]).toContain("channel a");
  expect(names()[1]).toContain("1 unread");
  await user.keyboard(".");
  await pass();
  expect(names()[0]).toContain("channel b");
});

test("a backchannel that is gone keeps its place and says so", async () => {
  const { server } = await openList();
  server.tell({ type: "hidden", interactionId: "channel a", sequenceId: null });
  await pass();
  expect(names()).toHaveLength(2);
  expect(names()[0]).toContain("Left this list");
  expect(names()[1]).not.toContain("Left this list");
});
