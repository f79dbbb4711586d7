import type { Page } from "@playwright/test";
import { overflowsOn } from "./cast/overflowsOn";
import { PEOPLE } from "./cast/people";
import { expect, type Member, test } from "./fixtures";

const WORD = "Donaudampfschifffahrtsgesellschaftskapitaensmuetzenabzeichenverordnungsverfahren";
const ADDRESS = `https://shop.example/orders/${"0123456789abcdef".repeat(6)}?tracking=${"A".repeat(60)}`;
const SPECIALISTS = "Installation specialists";
const SIZES = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
] as const;

/** Puts very long names, as some people have them, into all answers to the desk's pages. */
const LONG_NAMES: readonly (readonly [RegExp, string])[] = [
  [/Visitor [0-9A-Z-]{8}/g, `🏳️‍🌈${"Wolfeschlegelsteinhausenbergerdorff".repeat(3)} Sr.`],
  [new RegExp(PEOPLE.rep.name, "g"), `Bartholomaeus ${"Konstantynopolitanczykowianeczka".repeat(2)}`],
  [new RegExp(SPECIALISTS, "g"), `Team ${"Waermepumpeninstallationsfachbetrieb".repeat(2)}`],
];

async function giveLongNames(page: Page): Promise<void> {
  await page.route(/\/api\/trpc\//, async (route) => {
    if (route.request().method() !== "GET") return route.continue();
    const response = await route.fetch();
    const named = LONG_NAMES.reduce((body, [name, long]) => body.replace(name, long), await response.text());
    return route.fulfill({ response, body: named });
  });
}

const fits = async (page: Page, what: string) => expect.soft(await overflowsOn(page), what).toEqual([]);

test("no word, address or name overflows its place, on a desktop or a phone", async ({ cast, unique }) => {
  test.setTimeout(150_000);
  const opening = `Camera ${unique} ${WORD}`;
  const customer = await cast.customer();
  const rep = await cast.member("rep", SIZES[0]);
  await rep.api.me.setAvailability.mutate({ availability: "available" });
  await customer.widget.visit();
  await customer.widget.openChat();
  await customer.widget.say(opening);
  await customer.widget.say(ADDRESS);
  await fits(customer.page, "the shop's page");
  await rep.desk.visit("mine");
  await rep.desk.open(opening.slice(0, 20));
  await rep.desk.addTag(WORD.slice(0, 38));
  await rep.desk.ask(SPECIALISTS, `Does ${WORD} at ${ADDRESS} mean anything, ${unique}?`, unique);
  const sequenceId = rep.page.url().split("/s/")[1]?.split("?")[0] ?? "";
  await giveLongNames(rep.page);
  const specialist = await cast.member("specialist", SIZES[0]);
  const supervisor = await cast.member("supervisor", SIZES[0]);
  for (const member of [specialist, supervisor]) await giveLongNames(member.page);

  for (const size of SIZES) {
    for (const { page } of [rep, specialist, supervisor]) await page.setViewportSize(size);
    await test.step(`the rep at ${size.width} px`, () => repFits(rep, sequenceId, unique));
    await test.step(`the specialist at ${size.width} px`, () => specialistFits(specialist));
    await test.step(`the supervisor at ${size.width} px`, () => supervisorFits(supervisor));
  }
  for (const { page } of [rep, specialist, supervisor]) await page.unrouteAll({ behavior: "ignoreErrors" });
});

async function repFits({ page, desk }: Member, sequenceId: string, unique: string): Promise<void> {
  const dialog = page.getByRole("dialog");
  await page.goto("/q/mine");
  await desk.row(unique).waitFor();
  await fits(page, "the list");
  await page.goto(`/q/mine/s/${sequenceId}`);
  await desk.thread.waitFor();
  await expect(desk.message(ADDRESS)).toBeVisible();
  await fits(page, "the request");
  await page.keyboard.press("a");
  await dialog.getByRole("combobox").press("ArrowDown");
  await fits(page, "to hand over");
  await page.goto(`/q/mine/s/${sequenceId}`);
  await desk.thread.waitFor();
  await page.keyboard.press("e");
  await dialog.waitFor();
  await fits(page, "to escalate");

  await page.goto("/q/backchannels");
  await page.getByRole("button").filter({ hasText: "Does Donau" }).first().click();
  await desk.internal.composer.waitFor();
  await expect(page.getByText("customer cannot see this").first()).toBeInViewport({ ratio: 1 });
  await fits(page, "the backchannel");
  await page.getByRole("button", { name: /takes? part/ }).click();
  await dialog.waitFor();
  await fits(page, "the participants");
}

async function specialistFits({ page, desk }: Member): Promise<void> {
  await page.goto("/q/mine");
  await desk.invitations.getByText("Does Donau").waitFor();
  await fits(page, "the invitation");
  await page.goto("/q/backchannels");
  await page.getByRole("region", { name: "Invitations" }).first().waitFor();
  await fits(page, "the invitations");
}

async function supervisorFits({ page, desk, board }: Member): Promise<void> {
  await board.visit();
  await page.getByText("Donaudampf").first().waitFor();
  await fits(page, "the board");
  await page.goto("/q/board?figure=assigned");
  await desk.list.getByRole("link").first().waitFor();
  await fits(page, "what is behind a figure");
}
