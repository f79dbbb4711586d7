import { type BrowserContext, test as base, type Page, type ViewportSize } from "@playwright/test";
import { BASE_URL } from "./cast/addresses";
import { clearDesk } from "./cast/clearDesk";
import { type DeskClient, deskClient } from "./cast/deskClient";
import type { PersonKey } from "./cast/people";
import { createSessions, type Sessions } from "./cast/sessions";
import { BoardPage } from "./pages/BoardPage";
import { DeskPage } from "./pages/DeskPage";
import { QualityPage } from "./pages/QualityPage";
import { WidgetPage } from "./pages/WidgetPage";

export { expect } from "@playwright/test";

/** Wide enough for the backchannel to appear beside the customer's thread. */
const DESK_VIEWPORT: ViewportSize = { width: 1600, height: 900 };

/** A control that cannot be pressed within this time is broken, not slow. */
export const ACTION_TIMEOUT_MS = 15_000;

export type Member = {
  context: BrowserContext;
  page: Page;
  /** The same person's procedures, for what the story needs but is not about. */
  api: DeskClient;
  desk: DeskPage;
  board: BoardPage;
  quality: QualityPage;
};

export type Customer = { context: BrowserContext; page: Page; widget: WidgetPage };

/** Opens a browser for each person. All are closed when the story ends. */
export type Cast = {
  member(person: PersonKey, viewport?: ViewportSize): Promise<Member>;
  customer(viewport?: ViewportSize): Promise<Customer>;
};

type StoryFixtures = { cast: Cast; unique: string; freeRep: undefined };

export const test = base.extend<StoryFixtures, { sessions: Sessions }>({
  actionTimeout: ACTION_TIMEOUT_MS,

  sessions: [async ({ playwright }, use) => use(createSessions(playwright.request)), { scope: "worker" }],

  /** A word that no other story and no earlier run has used. */
  unique: async ({ browserName }, use) => use(`q${browserName.charAt(0)}${Date.now().toString(36)}`),

  cast: async ({ browser, sessions }, use) => {
    const contexts: BrowserContext[] = [];
    const open = async (options: Parameters<typeof browser.newContext>[0]) => {
      const context = await browser.newContext({ baseURL: BASE_URL, ...options });
      contexts.push(context);
      return { context, page: await context.newPage() };
    };
    await use({
      async member(person, viewport = DESK_VIEWPORT) {
        const storageState = await sessions.of(person);
        const opened = await open({ storageState, viewport });
        const { page } = opened;
        return {
          ...opened,
          api: deskClient(storageState.cookies),
          desk: new DeskPage(page),
          board: new BoardPage(page),
          quality: new QualityPage(page),
        };
      },
      async customer(viewport) {
        const opened = await open(viewport ? { viewport } : {});
        return { ...opened, widget: new WidgetPage(opened.page) };
      },
    });
    await Promise.all(contexts.map((context) => context.close()));
  },

  /** Every story begins with a rep who is off duty and has no requests: nobody else gets the story's requests. */
  freeRep: [
    async ({ sessions }, use) => {
      const { cookies } = await sessions.of("rep");
      await clearDesk(deskClient(cookies));
      await use(undefined);
    },
    { auto: true },
  ],
});
