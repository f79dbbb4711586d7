import { violationsInEveryLook } from "./cast/axe";
import { labelledRequests, UNHEARD_OF } from "./cast/labelledRequests";
import { type Cast, expect, type Member, test } from "./fixtures";
import { ExamplesPage } from "./pages/ExamplesPage";

const CARD = "My card was stolen on the tram";
/** A category of another team, whose requests the story's supervisor does not see. */
const OTHER_TEAM = "Loans and overdrafts";
const FIT_BUDGET_MS = 30_000;

// This story is the only one in the bank: the others play where no model decides.
test("an administrator teaches the classifier, it routes with a reason, learns a correction, and routes the next one rightly", async ({
  cast,
}) => {
  test.setTimeout(240_000);
  const administrator = await cast.member("bankAdministrator");
  const supervisor = await cast.member("bankSupervisor");
  const { page, quality } = administrator;
  await quality.visit();
  await expect(quality.panel("On the way to the first model")).toContainText("Keywords and the customer’s pick");
  await test.step("the target is set", () => setsTarget(administrator));
  await test.step("examples are imported, whole or not at all", () => imports(administrator));

  await test.step("the page follows the fit to its end", async () => {
    await expect(quality.fitProgress).toHaveAttribute("aria-valuetext", /^Done, in use, /, { timeout: FIT_BUDGET_MS });
    await expect(quality.figures).toContainText("target 85%");
    await expect(quality.version(1)).toContainText("in use");
  });

  await test.step("examples are searched, removed and restored", () => clearsExamples(administrator));

  await test.step("a text is tried, even one of the greatest length for customers", async () => {
    await quality.try(`${CARD}. `.repeat(600));
    await expect(quality.tryResult).toContainText("Decided: Lost or stolen card");
    await quality.try(CARD);
    await expect(quality.tryResult).toContainText("Decided: Lost or stolen card");
    await expect(quality.tryResult.locator("mark").filter({ hasText: "stolen" })).toBeVisible();
    expect.soft(await violationsInEveryLook(page), "quality, with a model").toEqual([]);
  });

  await test.step("the classifier routes a customer's request, which says why", async () => {
    await supervisor.desk.visitRequest(await writes(cast, supervisor, CARD));
    await expect(supervisor.desk.categoryChip).toHaveAccessibleName(
      /^Category: Cards › Lost or stolen card, \d\d% likely, because of .*stolen/,
    );
    await confirms(supervisor);
    await supervisor.page.getByRole("button", { name: "More actions" }).click();
    await supervisor.page.getByRole("menuitem", { name: "Why here?" }).click();
    await expect(supervisor.page.getByRole("dialog", { name: "Why is this here?" })).toContainText(
      /Category .*Lost or stolen card.* sure by the classifier, because of /,
    );
  });

  const corrected = await test.step("an unknown text makes it ask, and is corrected by one click", () =>
    correctsUnheardOf(cast, supervisor, administrator));

  await test.step("the next similar text is routed rightly", async () => {
    await supervisor.desk.visitRequest(await writes(cast, supervisor, UNHEARD_OF.first));
    await expect(supervisor.desk.categoryChip).toContainText(corrected);
    await expect(supervisor.desk.categoryChip).toHaveAccessibleName(/ likely, because of /);
  });

  await test.step("an undecided text is labelled by a key", () => labelsByKey(cast, supervisor, administrator));
});

async function setsTarget({ page, quality }: Member) {
  const target = page.getByRole("textbox", { name: "Precision of decisions, in percent" });
  await target.fill("60");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(target).toHaveValue("97");
  await target.fill("85");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(quality.panel("Target").getByText("Unsaved change")).toBeHidden();
  await expect(quality.panel("Target")).toContainText(/Changed by .+, /);
}

async function clearsExamples({ page, quality }: Member) {
  const examples = new ExamplesPage(page);
  await quality.openExamples("Lost or stolen card");
  await expect(examples.rows).toHaveCount(20);
  await page.getByRole("button", { name: "Load more" }).click();
  await expect(examples.rows).toHaveCount(24);
  await examples.find("PURSE train");
  await expect(examples.rows).toHaveCount(1);
  await expect(examples.search).toBeFocused();
  expect.soft(await violationsInEveryLook(page), "examples").toEqual([]);
  await examples.example("purse").getByRole("button", { name: "Remove this example" }).click();
  await expect(page.getByText("No example has these words.")).toBeVisible();
  await expect(page.getByText("The next fit unlearns what was removed.").last()).toBeVisible();
  await page.getByRole("dialog", { name: "1 example removed" }).getByRole("button", { name: "Undo" }).click();
  await expect(examples.rows).toHaveCount(1);

  await examples.find("please");
  await examples.select("Can you look at it");
  await page.getByRole("button", { name: "Remove 1 example" }).click();
  await expect(examples.example("Can you look at it")).toBeHidden();
  await page.getByRole("link", { name: "Quality of categories" }).click();
  await expect(quality.panel("Examples by category")).toContainText("90 examples");
}

async function confirms({ page, desk }: Member) {
  await desk.categoryChip.click();
  await page.getByRole("button", { name: "Cards › Lost or stolen card is right" }).click();
  await expect(desk.categoryChip).toHaveAccessibleName("Category: Cards › Lost or stolen card, confirmed");
  await desk.categoryChip.click();
  await expect(desk.likelyCategories.first()).toBeVisible();
  await expect(page.getByRole("button", { name: / is right$/ })).toBeHidden();
  await page.keyboard.press("Escape");
}

async function imports({ quality }: Member) {
  await quality.importCsv('text,category\n"My card is gone",Cats\n,Mortgages\n');
  await expect(quality.importResult).toContainText("Nothing was imported: 2 rows are not right.");
  await expect(quality.importResult.getByRole("row").filter({ hasText: "Cats" })).toContainText("2");
  await quality.importCsv(labelledRequests());
  await expect(quality.importResult).toContainText("91 examples imported.");
}

async function correctsUnheardOf(cast: Cast, { api, desk }: Member, administrator: Member): Promise<string> {
  const { widget } = await cast.customer();
  const known = await requestsOf(api);
  await widget.visit("harbour-bank");
  await widget.openChat();
  await widget.say(UNHEARD_OF.first);
  await expect(widget.topicQuestion.getByRole("button")).toHaveCount(4);
  await widget.topicQuestion.getByRole("button", { name: "Something else" }).click();
  await expect(widget.topicQuestion.getByRole("button", { name: "None of these" })).toBeVisible();
  expect.soft(await violationsInEveryLook(widget.page), "chat, asking with the likeliest first").toEqual([]);
  await administrator.quality.visit();
  await expect(administrator.quality.undecidedRequest(UNHEARD_OF.first)).toBeVisible();

  await desk.visitRequest(await newRequest(api, known));
  await expect(desk.categoryChip).toHaveAccessibleName("Category: No category");
  await desk.categoryChip.click();
  const offered = desk.likelyCategories.filter({ hasNotText: OTHER_TEAM }).last();
  const name = (await offered.getAttribute("aria-label"))?.split(",")[0] ?? "";
  await offered.click();
  await expect(desk.categoryChip).toContainText(name);
  await expect(administrator.quality.undecidedRequest(UNHEARD_OF.first)).toBeHidden();
  return name;
}

async function labelsByKey(cast: Cast, supervisor: Member, { page, quality }: Member) {
  await writes(cast, supervisor, UNHEARD_OF.second);
  await quality.visit();
  const request = quality.undecidedRequest(UNHEARD_OF.second);
  // The category is of the administrator's own team, so that they may still take it back.
  await request.getByRole("button", { name: /^Another category for / }).click();
  await page.getByRole("combobox", { name: "Another category" }).fill(OTHER_TEAM);
  await page.getByRole("option", { name: OTHER_TEAM }).click();
  await expect(request).toBeHidden();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(request).toBeVisible();
  await request.getByRole("button").first().focus();
  await page.keyboard.press("1");
  await expect(request).toBeHidden();
  await expect(page.getByText(/^[A-Z0-9]{3}-[A-Z0-9]{4}: /).last()).toBeVisible();
}

/** A customer of the bank writes. @returns the request that their message begins */
async function writes(cast: Cast, { api }: Member, text: string): Promise<string> {
  const known = await requestsOf(api);
  const { widget } = await cast.customer();
  await widget.visit("harbour-bank");
  await widget.openChat();
  await widget.say(text);
  return newRequest(api, known);
}

async function newRequest(api: Member["api"], known: readonly string[]): Promise<string> {
  const find = async () => (await requestsOf(api)).find((id) => !known.includes(id));
  await expect.poll(find, "the new request").toBeTruthy();
  return (await find()) ?? "";
}

async function requestsOf(api: Member["api"]): Promise<string[]> {
  const [live, unassigned] = await Promise.all([
    api.queue.list.query({ view: "board", figure: "live", limit: 100 }),
    api.queue.list.query({ view: "unassigned", limit: 100 }),
  ]);
  return [...live.rows, ...unassigned.rows].map(({ sequenceId }) => sequenceId);
}
