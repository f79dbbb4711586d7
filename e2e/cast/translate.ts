import type { FrameLocator, Page } from "@playwright/test";

/**
 * Translates the page as Chrome does: each text node is taken out, and two nested `<font>` elements with the words
 * replace it. The words stay the same, so that a story still finds them. Elements with `translate="no"` are left alone.
 *
 * @returns the number of translated text nodes
 */
export async function translate(page: Page | FrameLocator): Promise<number> {
  return page.locator("body").evaluate((body) => {
    const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) if (node instanceof Text) texts.push(node);
    const shown = texts.filter(
      (text) =>
        text.data.trim() !== "" && !text.parentElement?.closest("script,style,textarea,select,svg,font,[translate=no]"),
    );
    for (const text of shown) {
      const [outer, inner] = [document.createElement("font"), document.createElement("font")];
      inner.textContent = text.data;
      outer.append(inner);
      text.replaceWith(outer);
    }
    return shown.length;
  });
}
