import type { Locator, Page } from "@playwright/test";

/** The settings page with the examples of one category. Holds locators and gestures; asserts nothing. */
export class ExamplesPage {
  readonly rows: Locator;
  readonly search: Locator;

  constructor(page: Page) {
    this.rows = page.getByRole("list", { name: "Examples, newest first" }).getByRole("listitem");
    this.search = page.getByRole("searchbox", { name: "Words in the text" });
  }

  async find(words: string): Promise<void> {
    await this.search.fill(words);
    await this.search.press("Enter");
  }

  example(text: string): Locator {
    return this.rows.filter({ hasText: text });
  }

  async select(text: string): Promise<void> {
    await this.example(text).getByRole("checkbox").check();
  }
}
