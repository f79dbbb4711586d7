import { expect, type Frame, type Locator, type Page } from "@playwright/test";

const TABS_MAX = 120;

/** The focused element, through shadow roots and frames, as "tag name"; "body" if no visible element has the focus. */
export async function focusedIn(page: Page): Promise<string> {
  return focusedInFrame(page.mainFrame());
}

/** Expects that a visible element has the focus, so that keys still act. */
export async function focusIsKept(page: Page): Promise<void> {
  await expect.poll(() => focusedIn(page), "what has the focus").not.toBe("body");
}

async function focusedInFrame(frame: Frame): Promise<string> {
  const handle = await frame.evaluateHandle(() => {
    let focused = document.activeElement;
    while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
    return focused;
  });
  const element = handle.asElement();
  const inner = await element?.contentFrame();
  if (inner) return focusedInFrame(inner);
  const words = await element?.evaluate((each) => {
    const name = each.getAttribute("aria-label") ?? each.textContent ?? "";
    const isSeen = each.checkVisibility({ opacityProperty: false, visibilityProperty: true });
    return each === document.body || !isSeen ? "body" : `${each.localName} ${name.trim().slice(0, 60)}`;
  });
  return words ?? "body";
}

/** Presses Tab, or Shift+Tab for "back", until `target` has the focus. @throws Error if it is never reached */
export async function tabTo(page: Page, target: Locator, direction: "on" | "back" = "on"): Promise<void> {
  const passed: string[] = [];
  for (let presses = 0; presses < TABS_MAX; presses += 1) {
    if (await hasFocus(target)) return;
    await page.keyboard.press(direction === "on" ? "Tab" : "Shift+Tab");
    passed.push(await focusedIn(page));
  }
  throw new Error(`${target} was not reached in ${TABS_MAX} presses of Tab, which went by ${passed.join(" | ")}`);
}

async function hasFocus(target: Locator): Promise<boolean> {
  return target.evaluate((element) => document.hasFocus() && element.matches(":focus"));
}
