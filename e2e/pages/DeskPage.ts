import type { Locator, Page } from "@playwright/test";
import { InternalPane } from "./InternalPane";

export type View = "mine" | "team" | "unassigned" | "backchannels";
export type StateWord = "Open" | "Pending" | "Need info" | "Closed";

/** The desk: lists, and the open request beside them. Holds locators and gestures; asserts nothing. */
export class DeskPage {
  readonly page: Page;
  readonly list: Locator;
  readonly live: Locator;
  readonly thread: Locator;
  readonly reply: Locator;
  readonly invitations: Locator;
  readonly internal: InternalPane;

  constructor(page: Page) {
    this.page = page;
    this.list = page.getByRole("list", { name: "Requests, next due first" });
    this.live = page.getByText("Live", { exact: true }).filter({ visible: true });
    this.thread = page.getByRole("list", { name: /^Messages with / });
    this.reply = page.getByRole("textbox", { name: /^Reply to .+, customer$/ });
    this.invitations = page.getByRole("region", { name: "Invitations" });
    this.internal = new InternalPane(page);
  }

  async visit(view: View): Promise<void> {
    await this.page.goto(`/q/${view}`);
    await this.live.waitFor();
  }

  row(text: string): Locator {
    return this.list.getByRole("link").filter({ hasText: text });
  }

  async open(text: string): Promise<void> {
    await this.row(text).click();
    await this.thread.waitFor();
  }

  /** Goes to the last row, which is the newest one without a target. Rows out of sight are not in the page. */
  async goToEndOfList(): Promise<void> {
    await this.list.getByRole("link").first().press("End");
  }

  message(text: string): Locator {
    return this.thread.getByRole("article").filter({ hasText: text });
  }

  async setAvailability(word: "Available" | "Offline"): Promise<void> {
    await this.page.getByRole("button", { name: /^Your availability: / }).click();
    await this.page.getByRole("menuitemradio", { name: word }).click();
  }

  async answer(text: string): Promise<void> {
    await this.reply.fill(text);
    await this.reply.press("ControlOrMeta+Enter");
  }

  stateButton(word: StateWord): Locator {
    return this.page.getByRole("button", { name: `State: ${word}` });
  }

  async setState(from: StateWord, to: StateWord): Promise<void> {
    await this.stateButton(from).click();
    await this.page.getByRole("menuitemradio", { name: to }).click();
  }

  async setCategory(name: string): Promise<void> {
    await this.page.getByRole("button", { name: /^Category: / }).click();
    await this.page.getByRole("dialog", { name: "Category" }).getByRole("combobox").fill(name);
    await this.page.getByRole("option", { name }).click();
  }

  get categoryChip(): Locator {
    return this.page.getByRole("button", { name: /^Category: / });
  }

  /** The classifier's suggestions for the category, likeliest first, once the chip was pressed. */
  get likelyCategories(): Locator {
    return this.page.getByRole("list", { name: "Likeliest categories" }).getByRole("button");
  }

  /** Goes to the address of a request, in whatever list it is. */
  async visitRequest(sequenceId: string): Promise<void> {
    await this.page.goto(`/q/board/s/${sequenceId}`);
    await this.thread.waitFor();
  }

  async addTag(tag: string): Promise<void> {
    await this.page.getByRole("button", { name: "Add a tag" }).click();
    const field = this.page.getByRole("textbox", { name: "New tag" });
    await field.fill(tag);
    await field.press("Enter");
    await field.press("Escape");
  }

  /** Asks a team and shares the message that contains `excerptOf`. */
  async ask(team: string, question: string, excerptOf: string): Promise<void> {
    await this.page.getByRole("button", { name: /^Ask a specialist/ }).click();
    const dialog = this.page.getByRole("dialog", { name: "Ask a specialist" });
    await dialog.getByRole("textbox", { name: "Who" }).fill(team);
    await dialog.getByRole("button", { name: new RegExp(`^${team}`) }).click();
    await dialog.getByRole("textbox", { name: "Question" }).fill(question);
    await dialog.getByRole("checkbox", { name: "Messages you choose" }).click();
    await dialog.getByRole("checkbox", { name: excerptOf }).check();
    await dialog.getByRole("button", { name: "Ask", exact: true }).click();
    await dialog.waitFor({ state: "hidden" });
  }

  async escalate(reason: string): Promise<void> {
    await this.page.getByRole("button", { name: "Escalate", exact: true }).click();
    const dialog = this.page.getByRole("dialog", { name: "Escalate to a supervisor" });
    await dialog.getByRole("button", { name: reason }).click();
    await dialog.getByRole("button", { name: "Escalate", exact: true }).click();
    await dialog.waitFor({ state: "hidden" });
  }
}
