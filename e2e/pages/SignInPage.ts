import type { Locator, Page } from "@playwright/test";

/** The sign-in page. Holds locators and gestures; asserts nothing. */
export class SignInPage {
  readonly page: Page;
  readonly email: Locator;
  readonly password: Locator;
  readonly submit: Locator;
  readonly refusal: Locator;

  constructor(page: Page) {
    this.page = page;
    this.email = page.getByRole("textbox", { name: "E-mail" });
    this.password = page.getByLabel("Password", { exact: true });
    this.submit = page.getByRole("button", { name: "Sign in", exact: true });
    this.refusal = page.getByRole("alert").filter({ hasText: /\S/ });
  }

  /** Goes to the page, with the address to go to after signing in. */
  async visit(callbackUrl?: string): Promise<void> {
    await this.page.goto(`/sign-in${callbackUrl === undefined ? "" : `?${new URLSearchParams({ callbackUrl })}`}`);
  }

  async signIn({ email, password }: { email: string; password: string }): Promise<void> {
    await this.email.fill(email);
    await this.password.fill(password);
    await this.submit.click();
  }
}
