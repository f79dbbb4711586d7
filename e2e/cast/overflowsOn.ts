import type { Page } from "@playwright/test";

/** A line for each element that overflows its box sideways or is cut off without an ellipsis, and one for the page. */
export function overflowsOn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    // Texts for screen readers alone are clipped to nothing.
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
