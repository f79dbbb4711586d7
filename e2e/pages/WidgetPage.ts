import type { FrameLocator, Locator, Page } from "@playwright/test";
import { DEMO_URL } from "../cast/addresses";

/** A shop's own page with the chat, as a customer sees it. Holds locators and gestures; asserts nothing. */
export class WidgetPage {
  readonly page: Page;
  readonly launcher: Locator;
  readonly panel: Locator;
  readonly frame: FrameLocator;
  readonly composer: Locator;
  readonly timeline: Locator;
  readonly ratingQuestion: Locator;
  readonly topicQuestion: Locator;

  constructor(page: Page) {
    this.page = page;
    this.launcher = page.locator("parley-chat button.launcher");
    this.panel = page.getByRole("dialog", { name: "Chat" });
    this.frame = page.frameLocator('iframe[title="Chat"]');
    this.composer = this.frame.getByRole("textbox", { name: "Your message" });
    this.timeline = this.frame.getByRole("region", { name: "Conversation" });
    this.topicQuestion = this.frame.getByRole("group", { name: "What is it about?" });
    this.ratingQuestion = this.frame.getByRole("group", { name: "How did we do?" });
  }

  /** Goes to an organization's own page, by default Lumen Home's. */
  async visit(site: "" | "harbour-bank" = ""): Promise<void> {
    await this.page.goto(`${DEMO_URL}/demo/${site}`);
  }

  async openChat(): Promise<void> {
    await this.launcher.click();
    await this.composer.waitFor();
  }

  async say(text: string): Promise<void> {
    await this.composer.fill(text);
    await this.composer.press("Enter");
  }

  /** The lines of the conversation that contain `text`. */
  line(text: string): Locator {
    return this.timeline.getByRole("article").filter({ hasText: text });
  }

  async rate(word: string, comment: string): Promise<void> {
    await this.ratingQuestion.getByText(word, { exact: true }).click();
    await this.frame.getByRole("textbox", { name: "Anything to add? (optional)" }).fill(comment);
    await this.frame.getByRole("button", { name: "Send rating" }).click();
  }
}
