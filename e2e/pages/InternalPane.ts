import type { Locator, Page } from "@playwright/test";

/** An open backchannel, beside a request or alone. Holds locators and gestures; asserts nothing. */
export class InternalPane {
  readonly page: Page;
  readonly pane: Locator;
  readonly thread: Locator;
  readonly composer: Locator;

  constructor(page: Page) {
    this.page = page;
    this.pane = page.locator(".internal-pane").filter({ has: page.getByRole("heading", { name: /^Internal: / }) });
    this.thread = page.getByRole("list", { name: /^Internal messages in / });
    this.composer = page.getByRole("textbox", { name: /^Write to .+, internal, the customer cannot see this$/ });
  }

  message(text: string): Locator {
    return this.thread.getByRole("article").filter({ hasText: text });
  }

  async write(text: string): Promise<void> {
    await this.composer.fill(text);
    await this.composer.press("ControlOrMeta+Enter");
  }

  /** Puts a message into the reply to the customer, rewritten as `text`. */
  async quote(of: string, text: string): Promise<void> {
    await this.message(of).hover();
    await this.message(of)
      .getByRole("button", { name: /^Actions for the message / })
      .click();
    await this.page.getByRole("menuitem", { name: /^Quote in reply/ }).click();
    const dialog = this.page.getByRole("dialog", { name: "Quote in the reply" });
    await dialog.getByRole("textbox", { name: "Text for the customer" }).fill(text);
    await dialog.getByRole("button", { name: "Put into the reply" }).click();
  }
}
