import { PEOPLE } from "./cast/people";
import { type Customer, expect, type Member, test } from "./fixtures";

const SPECIALISTS = "Installation specialists";
const REP_SURNAME = "Oxholm";

test("a customer's message is routed, answered, discussed inside, closed and rated, and the board follows", async ({
  cast,
  unique,
}) => {
  test.setTimeout(150_000);
  const opening = `Camera ${unique} has no night vision`;
  const kept = `My street is Larkspur ${unique} Lane`;
  const supervisor = await cast.member("supervisor");
  const customer = await cast.customer();
  const rep = await cast.member("rep");
  await supervisor.board.visit();
  const before = await figuresOf(supervisor);
  await rep.desk.visit("mine");
  await expect(rep.page.getByText("Nothing waiting for you.")).toBeVisible();

  await test.step("the customer writes and is told that it arrived", () => writesFirst(customer, opening));
  await expect(supervisor.board.value("Waiting")).toHaveText(`${before.waiting + 1}`);

  await test.step("the rep comes on duty and gets it at once", async () => {
    await rep.desk.setAvailability("Available");
    await expect(rep.desk.row(opening)).toBeVisible();
    await expect(supervisor.board.value("Waiting")).toHaveText(`${before.waiting}`);
    await expect(supervisor.board.value("Assigned")).toHaveText(`${before.assigned + 1}`);
    await rep.desk.open(opening);
  });

  await test.step("they talk, and the customer sees the alias typing", () => talk(customer, rep, kept));
  await test.step("the rep files it and waits for the customer", () => files(customer, rep, unique));

  const specialist = await cast.member("specialist");
  await specialist.desk.visit("mine");
  await test.step("a specialist is asked, and sees the excerpt only", async () => {
    await rep.desk.ask(SPECIALISTS, `Is firmware ${unique} known for this?`, opening);
    await answersInside(specialist, unique);
    await seesNothingOfParent(specialist, { kept, opening });
  });

  await test.step("the rep reads the answer and quotes it", async () => {
    await expect(rep.desk.internal.message(`It is known ${unique}`)).toBeVisible();
    await rep.desk.internal.quote(`It is known ${unique}`, `An update mends it, ${unique}.`);
    await expect(rep.desk.reply).toHaveValue(`An update mends it, ${unique}.`);
    await rep.desk.reply.press("ControlOrMeta+Enter");
    await expect(customer.widget.line(`An update mends it, ${unique}.`)).toBeVisible();
  });

  await test.step("the request is closed and rated", async () => {
    await rep.desk.setState("Open", "Closed");
    await customer.widget.rate("Good", `Quick, ${unique}`);
    await expect(customer.widget.timeline.getByText("You rated this: Good. Thank you.")).toBeVisible();
    await expect(supervisor.board.value("Closed, 24 h")).toHaveText(`${before.closed + 1}`);
    await expect(supervisor.board.ratingCount).toHaveText(new RegExp(`^${before.ratings + 1} `));
    await expect(supervisor.board.value("Assigned")).toHaveText(`${before.assigned}`);
  });

  await test.step("a figure opens its requests", async () => {
    await supervisor.board.open("Closed, 24 h");
    await supervisor.desk.goToEndOfList();
    await expect(supervisor.desk.row(opening)).toBeVisible();
  });

  await test.step("the customer comes back and finds the conversation", async () => {
    await customer.page.reload();
    await customer.widget.openChat();
    await expect(customer.widget.line(opening)).toBeVisible();
    await expect(customer.widget.line(`An update mends it, ${unique}.`)).toBeVisible();
    await expect(customer.widget.timeline.getByText("You rated this: Good. Thank you.")).toBeVisible();
    await expect(customer.widget.timeline).not.toContainText(REP_SURNAME);
    await expect(customer.widget.timeline).not.toContainText("firmware");
  });
});

test("an escalated request is marked for the supervisor, who follows it live", async ({ cast, unique }) => {
  const opening = `Camera ${unique} filmed a stranger`;
  const customer = await cast.customer();
  const rep = await cast.member("rep");
  const supervisor = await cast.member("supervisor");
  await rep.api.me.setAvailability.mutate({ availability: "available" });
  await rep.desk.visit("mine");
  await customer.widget.visit();
  await customer.widget.openChat();
  await customer.widget.say(opening);
  await rep.desk.open(opening);
  await expect(rep.desk.row(opening)).not.toContainText("Escalated");

  await rep.desk.escalate("Safety or legal risk");
  await expect(rep.desk.row(opening)).toContainText("Escalated");
  await supervisor.board.visit();
  await supervisor.board.open("Assigned");

  await expect(supervisor.desk.row(opening)).toContainText("Escalated");
  await supervisor.desk.open(opening);
  await expect(supervisor.page.getByText(`Escalated by ${PEOPLE.rep.name}`)).toContainText("Safety or legal risk");

  await customer.widget.say(`It was ${unique} at night`);
  await expect(supervisor.desk.message(`It was ${unique} at night`)).toBeVisible();
  await rep.desk.answer(`We look at ${unique} at once.`);
  await expect(supervisor.desk.message(`We look at ${unique} at once.`)).toBeVisible();
  await rep.desk.setState("Open", "Need info");
  await expect(supervisor.desk.row(opening)).toContainText("Need info");
});

async function figuresOf({ board }: Member) {
  const [rated] = /\d+/.exec((await board.ratingCount.textContent()) ?? "") ?? ["0"];
  return {
    waiting: await board.count("Waiting"),
    assigned: await board.count("Assigned"),
    closed: await board.count("Closed, 24 h"),
    ratings: Number(rated),
  };
}

async function writesFirst({ widget }: Customer, opening: string) {
  await widget.visit();
  await widget.openChat();
  await widget.say(opening);
  await expect(widget.line(opening)).toContainText("Sent");
  await expect(widget.timeline.getByText("Your message is with us")).toBeVisible();
}

async function talk({ widget }: Customer, { desk }: Member, kept: string) {
  await desk.reply.pressSequentially("Let me look");
  await expect(widget.timeline.getByText(/^(Lars|Lumen Home) is typing…$/)).toBeVisible();
  await desk.answer("Let me look at it with you.");
  await expect(widget.line("Let me look at it with you.")).toBeVisible();
  await expect(widget.timeline).not.toContainText(REP_SURNAME);
  await widget.composer.pressSequentially("My");
  await expect(desk.page.getByText(/^Visitor .+ is typing…$/)).toBeVisible();
  await widget.say(kept);
  await expect(desk.message(kept)).toBeVisible();
}

async function files({ widget }: Customer, { desk }: Member, unique: string) {
  await desk.setCategory("Hub and app");
  await desk.addTag(`t${unique}`);
  await expect(desk.row(unique)).toContainText("Hub and app");
  await expect(desk.row(unique)).toContainText(`t${unique}`);
  await desk.setState("Open", "Need info");
  await expect(widget.timeline.getByText("We are waiting for your answer.")).toBeVisible();
  await desk.setState("Need info", "Open");
  await expect(widget.timeline.getByText("We are waiting for your answer.")).toBeHidden();
}

async function answersInside({ desk }: Member, unique: string) {
  const invitation = desk.invitations.getByRole("article").filter({ hasText: `Is firmware ${unique} known` });
  await invitation.getByRole("button", { name: "Accept" }).click();
  await expect(desk.internal.message(`Is firmware ${unique} known`)).toBeVisible();
  await desk.internal.write(`It is known ${unique}`);
  await expect(desk.internal.message(`It is known ${unique}`)).toBeVisible();
}

async function seesNothingOfParent({ page, desk }: Member, { kept, opening }: { kept: string; opening: string }) {
  await expect(desk.internal.thread).toContainText(opening);
  await expect(page.locator("body")).not.toContainText(kept);
  await expect(page.locator("body")).not.toContainText(/Visitor /);
  await expect(page.getByText(opening)).toHaveCount(1);
  await expect(desk.internal.pane).toContainText("customer cannot see this");
}
