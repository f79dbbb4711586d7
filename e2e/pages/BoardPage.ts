import type { Locator, Page } from "@playwright/test";

export type FigureName = "Waiting" | "Assigned" | "Closed, 24 h" | "Rating, 24 h" | "Breached" | "At risk";

/** The supervisors' board. Holds locators and gestures; asserts nothing. */
export class BoardPage {
  readonly page: Page;
  readonly figures: Locator;
  readonly ratingCount: Locator;

  constructor(page: Page) {
    this.page = page;
    this.figures = page.getByRole("region", { name: "Figures now" });
    this.ratingCount = this.figures.getByText(/^(no|\d+) ratings?( yet)?$/);
  }

  async visit(): Promise<void> {
    await this.page.goto("/board");
    await this.figures.waitFor();
  }

  /** The number on a figure's card. */
  value(name: FigureName): Locator {
    return this.figures.locator("> *").filter({ hasText: name }).locator(".num");
  }

  async count(name: FigureName): Promise<number> {
    return Number(await this.value(name).textContent());
  }

  async open(name: FigureName): Promise<void> {
    await this.figures.getByRole("link").filter({ hasText: name }).click();
  }
}
