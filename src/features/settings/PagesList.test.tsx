// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import { PathnameContext } from "next/dist/shared/lib/hooks-client-context.shared-runtime";
import { expect, test } from "vitest";
import { aDeskServer } from "@/testing/desk/aDeskServer";
import { minutesOn } from "@/testing/desk/deskViews";
import { openDesk, withBrowser } from "@/testing/desk/openDesk";
import { PagesList } from "./PagesList";
import { SETTINGS_PAGES } from "./settingsPages";

withBrowser();

test("each page stands in its group once, and only the page that a notice is about is marked", async () => {
  const raised = {
    code: "classifier_threshold_raised",
    at: minutesOn(-5),
    precision: 0.8,
    from: 0.6,
    to: 0.7,
  } as const;
  const list = (
    <PathnameContext value="/settings/people/presence">
      <PagesList />
    </PathnameContext>
  );
  await openDesk(list, aDeskServer({ role: "administrator", notices: [raised] }));
  const links = screen.getAllByRole("link").map((link) => [link.getAttribute("href"), link.textContent]);
  expect(links.map(([href]) => href)).toEqual(SETTINGS_PAGES.map(({ href }) => href));
  expect(screen.getByRole("link", { current: "page" }).textContent).toBe("People: Presence");
  expect(links.map(([, name]) => name)).toEqual(["Categories: Quality1 notice", "People: Presence"]);
});
