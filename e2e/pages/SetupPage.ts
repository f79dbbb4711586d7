import type { Locator, Page } from "@playwright/test";

/** The set-up page of an empty desk. Holds locators; asserts nothing. */
export class SetupPage {
  readonly title: Locator;
  readonly organizationName: Locator;
  readonly timeZone: Locator;
  readonly name: Locator;
  readonly email: Locator;
  readonly password: Locator;
  readonly showPassword: Locator;
  readonly submit: Locator;
  readonly mistakes: Locator;

  constructor(page: Page) {
    this.title = page.getByRole("heading", { name: "Set up your desk" });
    this.organizationName = page.getByRole("textbox", { name: "Name of the organization" });
    this.timeZone = page.getByRole("combobox", { name: "Time zone" });
    this.name = page.getByRole("textbox", { name: "Your name" });
    this.email = page.getByRole("textbox", { name: "E-mail" });
    this.password = page.getByLabel(/^Password/);
    this.showPassword = page.getByRole("button", { name: "Show password" });
    this.submit = page.getByRole("button", { name: "Set up and sign in" });
    this.mistakes = page.getByText("This is needed.");
  }
}
