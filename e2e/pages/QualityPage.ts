import type { Locator, Page } from "@playwright/test";

/** The settings page of the classifier. Holds locators and gestures; asserts nothing. */
export class QualityPage {
  readonly page: Page;
  readonly address: string;
  readonly heading: Locator;
  /** The search field of all settings, and its hits. */
  readonly search: Locator;
  readonly foundSettings: Locator;
  readonly figures: Locator;
  readonly fitProgress: Locator;
  readonly importResult: Locator;
  readonly tryBox: Locator;
  readonly tryResult: Locator;
  readonly undecided: Locator;
  readonly versions: Locator;

  /** @param baseUrl the origin of the desk; that of the context if left out */
  constructor(page: Page, baseUrl = "") {
    this.page = page;
    this.address = `${baseUrl}/settings/categories/quality`;
    this.heading = page.getByRole("heading", { name: "Quality of categories" });
    this.search = page.getByRole("textbox", { name: "Search settings" });
    this.foundSettings = page.getByRole("list", { name: "Settings found" }).getByRole("listitem");
    this.figures = page.getByRole("region", { name: "The model in use" });
    this.fitProgress = page.getByRole("progressbar", { name: /^Fitting version / });
    this.importResult = this.panel("Import and export").getByRole("status");
    this.tryBox = page.getByRole("textbox", { name: "What a customer could write" });
    this.tryResult = this.panel("Try a text").getByRole("status");
    this.undecided = page.getByRole("list", { name: "Undecided requests, newest first" });
    this.versions = page.getByRole("table", { name: "Versions" });
  }

  async visit(): Promise<void> {
    await this.page.goto(this.address);
    await this.panel("Versions").waitFor();
  }

  panel(title: string): Locator {
    return this.page.getByRole("region", { name: title, exact: true });
  }

  /** Chooses a file of examples, as if from a disk. */
  async importCsv(csv: string): Promise<void> {
    const chosen = this.page.waitForEvent("filechooser");
    await this.page.getByRole("button", { name: "Choose a file" }).click();
    await (await chosen).setFiles({ name: "examples.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
  }

  async try(text: string): Promise<void> {
    await this.tryBox.fill(text);
    await this.page.getByRole("button", { name: "Try it" }).click();
  }

  /** Opens the examples of a category, from the table of all of them. */
  async openExamples(category: string): Promise<void> {
    await this.panel("Examples by category").getByRole("link", { name: category }).click();
    await this.page.getByRole("heading", { name: `Examples of ${category}` }).waitFor();
  }

  /** The row of a version. */
  version(version: number): Locator {
    return this.versions.getByRole("row").filter({ has: this.page.getByRole("rowheader", { name: `${version}` }) });
  }

  undecidedRequest(text: string): Locator {
    return this.undecided.getByRole("listitem").filter({ hasText: text });
  }
}
