// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import type { PresenceView } from "@/contract/views/settingsViews";
import { aDeskServer } from "@/testing/desk/aDeskServer";
import { Refusal } from "@/testing/desk/deskServer";
import { minutesOn } from "@/testing/desk/deskViews";
import { openDesk, pass, withBrowser } from "@/testing/desk/openDesk";
import { SettingsFrame } from "../SettingsFrame";
import { PresencePage } from "./PresencePage";

withBrowser();

const POLL_MS = 10_000;

function aPresence(change: Partial<PresenceView> = {}): PresenceView {
  return {
    unseenAwayAfterMs: 120_000,
    teams: [
      { id: "cards", name: "Cards", onAbsence: "keep" },
      { id: "loans", name: "Loans", onAbsence: "hand_back" },
    ],
    changed: null,
    onDutyCount: 3,
    unseen: [{ id: "tom", name: "Tom Reyes", unseenSince: minutesOn(-1.5) }],
    ...change,
  };
}

/** A desk whose server answers with `stored.now`, and takes what is saved. */
async function openPage(stored = { now: aPresence() }) {
  const server = aDeskServer({ role: "administrator" });
  server.answer("settings.presence", () => stored.now);
  server.answer("settings.changePresence", () => undefined);
  return { server, ...(await openDesk(<PresencePage />, server)) };
}

const minutes = () => screen.getByRole<HTMLInputElement>("textbox", { name: "Minutes" });
const seconds = () => screen.getByRole<HTMLInputElement>("textbox", { name: "Seconds" });
const rule = (team: string) => screen.getByRole<HTMLSelectElement>("combobox", { name: team });
const button = (name: string) => screen.getByRole("button", { name });
const shown = () => [minutes().value, seconds().value, rule("Cards").value, rule("Loans").value];
const effect = () => screen.getByRole("status", { name: "What this does now" }).textContent;

type User = Awaited<ReturnType<typeof openDesk>>["user"];
async function types(user: User, field: HTMLInputElement, text: string) {
  await user.clear(field);
  await user.type(field, text);
}

test("time and rules are shown, changed and saved with what was seen of them", async () => {
  const stored = { now: aPresence() };
  const { server, user } = await openPage(stored);
  expect(shown()).toEqual(["2", "0", "keep", "hand_back"]);
  await types(user, minutes(), "3");
  await types(user, seconds(), "30");
  await user.selectOptions(rule("Cards"), "They go back to the team");
  stored.now = aPresence({ unseenAwayAfterMs: 210_000, changed: { byName: "Mia Berg", at: minutesOn(0) } });
  await user.keyboard("{Tab}");
  await user.click(button("Save"));
  await pass();
  expect(server.inputsOf("settings.changePresence")).toEqual([
    {
      unseenAwayAfter: { ms: 210_000, seenMs: 120_000 },
      teams: [{ teamId: "cards", onAbsence: "hand_back", seen: "keep" }],
    },
  ]);
  expect(screen.getByText("Presence is saved.")).toBeTruthy();
  expect(screen.getByText("Mia Berg")).toBeTruthy();
});

test("Enter in a field saves, and the toast takes the change back", async () => {
  const stored = { now: aPresence() };
  const { server, user } = await openPage(stored);
  await types(user, minutes(), "5");
  stored.now = aPresence({ unseenAwayAfterMs: 300_000 });
  await user.keyboard("{Enter}");
  await pass();
  expect(button("Save").getAttribute("aria-disabled")).toBe("true");
  stored.now = aPresence();
  await user.click(button("Undo"));
  await pass();
  expect(server.inputsOf("settings.changePresence").at(-1)).toEqual({
    ...{ unseenAwayAfter: { ms: 120_000, seenMs: 300_000 }, teams: [] },
  });
  expect(shown()).toEqual(["2", "0", "keep", "hand_back"]);
});

test("what is wrong with a time stands at its field once it is left, and nothing is saved", async () => {
  const { server, user } = await openPage();
  await types(user, minutes(), "0");
  await user.keyboard("{Tab}");
  await pass();
  expect(minutes().getAttribute("aria-invalid")).toBe("true");
  expect(screen.getByText(/^Enter at least 1 minute:/)).toBeTruthy();
  await user.click(button("Save"));
  await pass();
  expect(document.activeElement).toBe(minutes());
  await types(user, minutes(), "1");
  await types(user, seconds(), "75");
  await user.keyboard("{Tab}");
  await pass();
  expect([minutes(), seconds()].map((field) => field.getAttribute("aria-invalid"))).toEqual([null, "true"]);
  expect(screen.getByText("Enter seconds from 0 to 59.")).toBeTruthy();
  expect(server.inputsOf("settings.changePresence")).toEqual([]);
});

test("what a change does to people on duty now is said before it is saved", async () => {
  const { user } = await openPage();
  expect(effect()).toContain("3 people are on duty now.");
  await types(user, minutes(), "3");
  expect(effect()).toContain("The new time takes nobody off duty now.");
  await types(user, minutes(), "1");
  expect(effect()).toContain("Tom Reyes becomes away at once: nobody has seen them for 1 minute.");
  await types(user, seconds(), "45");
  expect(effect()).toContain("The new time takes nobody off duty now.");
  await pass(2 * POLL_MS);
  expect(effect()).toContain("Tom Reyes becomes away at once: nobody has seen them for 1 minute and 45 seconds.");
  await user.selectOptions(rule("Cards"), "hand_back");
  expect(effect()).toContain("Cards: from the next absence on, unanswered requests go back to the team.");
});

test("the second of two who save is told, loses nothing that they entered, and can save then", async () => {
  const stored = { now: aPresence() };
  const { server, user } = await openPage(stored);
  await types(user, minutes(), "10");
  server.answer("settings.changePresence", () => {
    throw new Refusal("changed_meanwhile");
  });
  stored.now = aPresence({
    unseenAwayAfterMs: 300_000,
    teams: [
      { id: "cards", name: "Cards", onAbsence: "hand_back" },
      { id: "loans", name: "Loans", onAbsence: "hand_back" },
    ],
  });
  // It is read meanwhile, and the save is refused all the same: the person saw the time of before.
  await pass(2 * POLL_MS);
  await user.click(button("Save"));
  await pass();
  expect(screen.getByRole("alert").textContent).toContain("Nothing was saved");
  expect(screen.getByText(/Somebody set this to 5 minutes meanwhile/)).toBeTruthy();
  expect(shown()).toEqual(["10", "0", "hand_back", "hand_back"]);
  server.answer("settings.changePresence", () => undefined);
  stored.now = aPresence({ unseenAwayAfterMs: 600_000 });
  await user.click(button("Save"));
  await pass();
  expect(server.inputsOf("settings.changePresence").map(({ unseenAwayAfter }) => unseenAwayAfter)).toEqual([
    { ms: 600_000, seenMs: 120_000 },
    { ms: 600_000, seenMs: 300_000 },
  ]);
  expect(screen.queryByText("Nothing was saved", { exact: false })).toBeNull();
});

test("what others save shows by itself while nothing is edited; discarding shows what is stored", async () => {
  const stored = { now: aPresence() };
  const { user } = await openPage(stored);
  stored.now = aPresence({ unseenAwayAfterMs: 300_000 });
  await pass(2 * POLL_MS);
  expect(shown()).toEqual(["5", "0", "keep", "hand_back"]);
  await types(user, minutes(), "7");
  await user.click(button("Discard"));
  await pass();
  expect([shown()[0], document.activeElement === minutes()]).toEqual(["5", true]);
});

test("what is entered stays when the server cannot be reached", async () => {
  const { server, user } = await openPage();
  await types(user, minutes(), "7");
  server.cutOff();
  await user.click(button("Save"));
  await pass();
  expect(screen.getAllByText(/The server cannot be reached/)).not.toEqual([]);
  expect(shown()[0]).toBe("7");
});

test("who administers nothing sees no setting, and none is asked for", async () => {
  const server = aDeskServer({ role: "supervisor" });
  await openDesk(
    <SettingsFrame>
      <PresencePage />
    </SettingsFrame>,
    server,
  );
  expect(screen.getByText("Settings are for administrators.")).toBeTruthy();
  expect(server.inputsOf("settings.presence")).toEqual([]);
});
