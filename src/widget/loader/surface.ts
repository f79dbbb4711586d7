import { loaderStyles } from "./loaderStyles";

// The few texts on the host page itself. All others are in the app's catalogue. Constants cost no property names.
const LAUNCHER_TEXT = "Chat with us";
const UNREAD_TEXT = "unread";
export const DIALOG_TEXT = "Chat";
const CLOSE_TEXT = "Close chat";
const LOADING_TEXT = "Loading…";
const SILENT_TEXT = "The chat did not load. Check your connection.";
const RETRY_TEXT = "Try again";

const CHAT_SHAPE = "M21 12a8 8 0 0 1-8 8H4l2-3.5A8 8 0 1 1 21 12Z";
const SVG = "2000/svg";
const CROSS_SHAPE = "M6 6l12 12M18 6 6 18";

// A page has one surface. Its parts are variables instead of fields, since their names cost no bytes.
export let host: HTMLElement;
export let root: ShadowRoot;
export let launcher: HTMLElement;
export let panel: HTMLElement;
export let close: HTMLElement;
export let retry: HTMLElement;
export let news: HTMLElement;
let notice: HTMLElement;
let labelText: string;

/** Makes launcher and empty panel, not yet on the page. No HTML is parsed, so that Trusted Types do not object. */
export function createSurface(position: string, accent: string, label: string): void {
  labelText = label;
  host = element("parley-chat", { "data-position": position });
  launcher = element("button", { class: "launcher", "aria-haspopup": "dialog" }, icon(CHAT_SHAPE), label);
  close = element("button", { class: "close", "aria-label": CLOSE_TEXT }, icon(CROSS_SHAPE));
  notice = element("p", { role: "alert" });
  retry = element("button", {}, RETRY_TEXT);
  panel = element(
    "div",
    { class: "panel", role: "dialog", "aria-label": DIALOG_TEXT },
    close,
    element("div", {}, notice, retry),
  );
  panel.hidden = true;
  news = element("p", { role: "status" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(loaderStyles);
  root = host.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [sheet];
  root.append(launcher, panel, news);
  paintAccent(accent);
  showUnread(0);
}

/** Paints launcher and buttons in the organization's accent. The styles choose a readable text colour. */
export function paintAccent(accent: string): void {
  host.style.setProperty("--accent", accent);
}

/** Shows the unread count in the badge and in the launcher's accessible name. */
export function showUnread(count: number): void {
  launcher.ariaLabel = (labelText || LAUNCHER_TEXT) + (count ? `, ${count} ${UNREAD_TEXT}` : "");
  if (count) launcher.dataset.unread = `${count}`;
  else delete launcher.dataset.unread;
}

/** Shows in the panel that the frame is loading, or that it stayed silent and can be retried. */
export function showLoading(isSilent: boolean): void {
  notice.textContent = isSilent ? SILENT_TEXT : LOADING_TEXT;
  retry.hidden = !isSilent;
}

function element(tag: string, attributes: Record<string, string>, ...children: (Node | string)[]): HTMLElement {
  return make("1999/xhtml", tag, attributes, ...children) as HTMLElement;
}

function icon(shape: string): Element {
  return make(SVG, "svg", { viewBox: "0 0 24 24" }, make(SVG, "path", { d: shape }));
}

function make(space: string, tag: string, attributes: Record<string, string>, ...children: (Node | string)[]): Element {
  const made = document.createElementNS(`http://www.w3.org/${space}`, tag);
  for (const name in attributes) made.setAttribute(name, attributes[name] as string);
  made.append(...children);
  return made;
}
