import { mkdirSync } from "node:fs";
import { type Browser, expect, type FrameLocator, type Page, test } from "@playwright/test";
import { DEMO_LOG_INS } from "@/demo/logIns";
import { type ProcedureClient, procedureClient, refusalCode } from "../../scripts/traffic/desk/procedureClient";
import { signIn } from "../../scripts/traffic/desk/signIn";
import { QualityPage } from "../pages/QualityPage";

const FOLDER = "docs/images";
/** Pictures are cloned with the code, so each must be small. */
const BYTES_MAX = 300 * 1024;
const DESKTOP = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
const STORY_BUDGET_MS = 180_000;
const FIT_BUDGET_MS = 30_000;
/** A rep who closes a request may get another one in the same moment, so one attempt may fail. */
const HAND_OVERS_MAX = 10;
const BASE_URL = process.env.BASE_URL ?? "http://localhost:3000";
const DEMO_URL = process.env.DEMO_URL ?? "http://localhost:3001";

const REP = "lars@lumenhome.example";
const SPECIALIST = "katarzyna@lumenhome.example";
const SUPERVISOR = "beatriz@lumenhome.example";
const ADMINISTRATOR = "rafael@harbourbank.example";
const SHOP_ADMINISTRATOR = "anders@lumenhome.example";

const ASKED =
  "Since this morning my Latch smart lock blinks red and does not take my door code any more. What can I do?";
const FIRST_REPLY = "Sorry about that. I am looking into it right now and will be back in a minute.";
const QUESTION =
  "A Latch lock blinks red after last night's update. Is a reset enough, or does it need to be taught again?";
const ADVICE =
  "A reset is enough: hold the inner button for ten seconds. The codes stay, nothing needs to be taught again.";
const TRIED = "Help, somebody stole my card on the tram to the airport this morning!";
const LAST_REPLY =
  "Please hold the inner button for ten seconds, until the light is green. Your codes stay as they are.";

type Member = { cookies: string; desk: ProcedureClient };
type Matter = { sequenceId: string; interactionId: string };

// All pictures are one story: each shows what the one before has led to.
test("the pictures of README are taken", async ({ browser }) => {
  test.setTimeout(STORY_BUDGET_MS);
  mkdirSync(FOLDER, { recursive: true });
  // The demo's models route the request, as they do for everybody who comes some seconds after the first start.
  const administrator = await enter(ADMINISTRATOR);
  await Promise.all([administrator, await enter(SHOP_ADMINISTRATOR)].map(awaitModel));
  const customer = await openPage(browser, DESKTOP);
  const chat = await writeAsCustomer(customer);
  await picture(customer, "widget-waiting");

  const [rep, specialist, supervisor] = await Promise.all([REP, SPECIALIST, SUPERVISOR].map(enter));
  if (!rep || !specialist || !supervisor) throw new Error("Three were asked to sign in.");
  const matter = await bringToRep(supervisor, rep);
  await reply(rep, matter, FIRST_REPLY, "open");
  const backchannelId = await consult(rep, specialist, matter);

  await takeConsolePictures(browser, rep, matter);
  await takeBackchannelPicture(browser, specialist, backchannelId);
  await takeBoardPicture(browser, supervisor);
  await takeQualityPicture(browser, administrator);

  await reply(rep, matter, LAST_REPLY, "closed");
  await expect(chat.getByText("How did we do?")).toBeVisible();
  await picture(customer, "widget-rating");
});

async function takeConsolePictures(browser: Browser, rep: Member, { sequenceId }: Matter): Promise<void> {
  for (const scheme of ["light", "dark"] as const) {
    const page = await openPage(browser, DESKTOP, scheme, rep);
    await page.goto(`${BASE_URL}/q/mine/s/${sequenceId}`);
    await expect(page.getByText(FIRST_REPLY).last()).toBeVisible();
    if (scheme === "light") await picture(page, "console-light");
    else await picture(page, "console-dark");
    await page.context().close();
  }
  const phone = await openPage(browser, PHONE, "light", rep);
  await phone.goto(`${BASE_URL}/q/mine`);
  await expect(phone.getByText(ASKED.slice(0, 20)).first()).toBeVisible();
  await picture(phone, "phone");
  await phone.context().close();
}

async function takeBackchannelPicture(browser: Browser, specialist: Member, interactionId: string): Promise<void> {
  const page = await openPage(browser, DESKTOP, "light", specialist);
  await page.goto(`${BASE_URL}/q/backchannels/b/${interactionId}`);
  await expect(page.getByText(ADVICE).last()).toBeVisible();
  await picture(page, "backchannel");
  await page.context().close();
}

async function takeBoardPicture(browser: Browser, supervisor: Member): Promise<void> {
  const page = await openPage(browser, DESKTOP, "light", supervisor);
  await page.goto(`${BASE_URL}/board`);
  await expect(page.getByRole("heading", { name: "Board" })).toBeVisible();
  await expect(page.getByText("Lars Oxholm").first()).toBeVisible();
  await picture(page, "board");
  await page.context().close();
}

async function takeQualityPicture(browser: Browser, administrator: Member): Promise<void> {
  const page = await openPage(browser, DESKTOP, "light", administrator);
  const quality = new QualityPage(page, BASE_URL);
  await quality.visit();
  await expect(quality.figures).toBeVisible();
  await quality.try(TRIED);
  await expect(quality.tryResult.getByText("Decided: Lost or stolen card")).toBeVisible();
  await picture(page, "quality");
  await page.context().close();
}

/** Writes a picture to docs/images. README shows exactly the pictures that are taken here. */
async function picture(page: Page, name: string): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
  });
  const bytes = await page.screenshot({ path: `${FOLDER}/${name}.png`, animations: "disabled", caret: "hide" });
  expect(bytes.byteLength, `${name}.png is small`).toBeLessThanOrEqual(BYTES_MAX);
}

async function openPage(
  browser: Browser,
  viewport: { width: number; height: number },
  colorScheme: "light" | "dark" = "light",
  member: Member | null = null,
): Promise<Page> {
  const context = await browser.newContext({ viewport, colorScheme, locale: "en-GB", timezoneId: "Europe/Madrid" });
  const cookies = member?.cookies.split("; ").map((pair) => {
    const at = pair.indexOf("=");
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url: BASE_URL };
  });
  await context.addCookies(cookies ?? []);
  return context.newPage();
}

async function writeAsCustomer(page: Page): Promise<FrameLocator> {
  await page.goto(`${DEMO_URL}/demo`);
  await page.getByRole("button", { name: "Chat with us" }).click();
  const chat = page.frameLocator('iframe[title="Chat"]');
  await chat.getByLabel("Your message").fill(ASKED);
  await chat.getByLabel("Your message").press("Enter");
  await expect(chat.getByText("Your message is with us")).toBeVisible();
  return chat;
}

async function enter(email: string): Promise<Member> {
  const logIn = DEMO_LOG_INS.find((each) => each.email === email);
  if (!logIn) throw new Error(`The demo has no log-in ${email}.`);
  const cookies = await signIn(BASE_URL, logIn);
  const desk = procedureClient(BASE_URL, { cookie: cookies });
  await desk.me.setAvailability.mutate({ availability: "available" });
  return { cookies, desk };
}

/** Waits for the first model: the first start leaves a fit due, which a worker has begun by now. */
async function awaitModel({ desk }: Member): Promise<void> {
  const isThere = async () => (await desk.classifier.quality.query()).live !== null;
  await expect.poll(isThere, { message: "the first model", timeout: FIT_BUDGET_MS }).toBe(true);
}

/** Hands the request over to the rep of the pictures, wherever it was routed. The rep closes others to make room. */
async function bringToRep(supervisor: Member, rep: Member): Promise<Matter> {
  const { rows } = await supervisor.desk.queue.list.query({ view: "board", figure: "live", limit: 100 });
  const sequenceId = rows.find(({ subject }) => ASKED.startsWith(subject.slice(0, 20)))?.sequenceId;
  if (!sequenceId) throw new Error("The customer's request is not on the supervisor's list.");
  await handOver(supervisor, rep, sequenceId);
  const { interactions } = await rep.desk.sequence.get.query({ sequenceId });
  const main = interactions.find(({ audience }) => audience === "customer");
  if (!main) throw new Error("The rep did not get the request.");
  return { sequenceId, interactionId: main.id };
}

async function handOver(supervisor: Member, rep: Member, sequenceId: string): Promise<void> {
  const { partyId: repId } = await rep.desk.me.get.query();
  for (let attempt = 0; attempt < HAND_OVERS_MAX; attempt += 1) {
    if (await isHandedOver(supervisor, sequenceId, repId)) return;
    await closeOldest(rep);
  }
  throw new Error("The rep of the pictures has no free capacity.");
}

async function isHandedOver({ desk }: Member, sequenceId: string, repId: string): Promise<boolean> {
  try {
    await desk.sequence.handOver.mutate({ sequenceId, to: { repId } });
    return true;
  } catch (error) {
    if (["rep_full", "rep_absent"].includes(refusalCode(error))) return false;
    throw error;
  }
}

async function closeOldest({ desk }: Member): Promise<void> {
  const { rows } = await desk.queue.list.query({ view: "mine" });
  const oldest = rows.at(-1);
  if (oldest)
    await desk.sequence.setState.mutate({ sequenceId: oldest.sequenceId, state: "closed", seen: oldest.state });
}

async function reply({ desk }: Member, { interactionId }: Matter, body: string, thenState: "open" | "closed") {
  const clientId = crypto.randomUUID();
  await desk.interaction.post.mutate({ interactionId, clientId, body, expectedAudience: "customer", thenState });
}

/** The rep asks the specialist and shares the customer's message without their name. The specialist answers. */
async function consult(rep: Member, specialist: Member, { interactionId: parentId }: Matter): Promise<string> {
  const { messages } = await rep.desk.interaction.messages.query({ interactionId: parentId });
  await rep.desk.interaction.markRead.mutate({ interactionId: parentId, ordinal: messages.at(-1)?.ordinal ?? 0 });
  const { partyId } = await specialist.desk.me.get.query();
  const { interactionId } = await rep.desk.interaction.openBackchannel.mutate({
    parentId,
    clientId: crypto.randomUUID(),
    question: QUESTION,
    teamIds: [],
    repIds: [partyId],
    sharedMessageIds: messages.filter(({ body }) => body === ASKED).map(({ id }) => id),
    sharesCustomerName: false,
  });
  await specialist.desk.interaction.answerInvitation.mutate({ interactionId, accepts: true });
  await specialist.desk.interaction.post.mutate({
    interactionId,
    clientId: crypto.randomUUID(),
    body: ADVICE,
    expectedAudience: "internal",
  });
  return interactionId;
}
