import type { Page } from "@playwright/test";

/** What runs out of its box sideways, is cut off without a sign, or has to be scrolled sideways, as lines to read. */
export function overflowsOn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    // What is for listeners alone is clipped to nothing.
    const isSeen = (element: HTMLElement, style: CSSStyleDeclaration) =>
      style.visibility === "visible" &&
      style.display !== "inline" &&
      style.clipPath === "none" &&
      element.clientWidth > 1;
    const ofPage = document.documentElement.scrollWidth > window.innerWidth ? ["the page scrolls sideways"] : [];
    const ofElements = [...document.querySelectorAll<HTMLElement>("body *")].flatMap((element) => {
      const style = getComputedStyle(element);
      const over = element.scrollWidth - element.clientWidth;
      if (over <= 1 || !isSeen(element, style) || style.textOverflow === "ellipsis") return [];
      return [`${element.tagName} by ${over} px: ${element.textContent.slice(0, 60)}`];
    });
    return [...ofPage, ...ofElements];
  });
}
