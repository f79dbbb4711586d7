import { FRAME_HELLO, type FrameToHost, HOST_PORT, type HostToFrame, KNOWN } from "../frameProtocol";
import { keep, kept } from "../storage";
import { DIALOG_TEXT } from "./loaderTexts";
import {
  close,
  createSurface,
  host,
  launcher,
  news,
  paintAccent,
  panel,
  retry,
  root,
  showLoading,
  showUnread,
} from "./surface";

/** How long a frame may stay silent before the person is offered to try again, and has to forget what it kept. */
const HELLO_WAIT_MS = 12_000;
/** The mark of a conversation that was shut down: the next frame has to forget it. */
const OVER = "0";

export type Emit = (name: string, detail?: unknown) => void;

// One chat per page: what would be fields of an object are variables here, whose names cost no bytes.
let deskOrigin: string;
let widgetUrl: string;
let locale: string;
let emit: Emit;
let phone: MediaQueryList;
let watch: MutationObserver;
/** The page has shut the chat down. */
let isOver = false;
let frame: HTMLIFrameElement | undefined;
let port: MessagePort | undefined;
let opener: Element | null;

/**
 * Puts the launcher on the page, as the attributes of the snippet say. Nothing of the desk is loaded before the first
 * `openChat`; only where a conversation was begun on this site the desk is asked once how much of it is unread.
 */
export function mountChat(read: (name: string) => string, origin: string, announce: Emit): void {
  deskOrigin = origin;
  widgetUrl = `${origin}/w/${read("key")}`;
  locale = read("locale") || document.documentElement.lang;
  emit = announce;
  createSurface(read("position"), read("accent"), read("label"));
  launcher.onclick = toggleChat;
  close.onclick = closeChat;
  retry.onclick = () => {
    close.focus();
    loadFrame();
  };
  // Nothing is returned: a handler's `false` would take every other key from the panel.
  panel.onkeydown = (event) => {
    if (event.key === "Escape") closeChat();
  };
  addEventListener("click", openFromPage);
  // The frame of a shutdown is heard, too.
  addEventListener("message", hearHello);
  // What another tab's frame told its page is so here, too.
  addEventListener("storage", () => showUnread(+`${kept(widgetUrl)}`.slice(1)));
  phone = matchMedia("(max-width:480px),(max-height:480px)");
  phone.onchange = showState;
  watch = new MutationObserver(attach);
  watch.observe(document, { childList: true });
  attach();
  const mark = kept(widgetUrl);
  if (mark?.[0] === KNOWN)
    // By the visitor's cookie, of which this page learns nothing. A frame that was opened meanwhile knows better.
    fetch(`${widgetUrl}/unread`, { credentials: "include" })
      .then((answer) => answer.json())
      .then((count) => {
        if (frame) return;
        showUnread(count);
        emit("unreadCountChange", count);
      })
      // No network, or the page's policy forbids the call: the launcher then says nothing.
      .catch(String);
  // Written, or shut down, on the page before and left before the desk knew: the frame makes it good.
  else if (mark) loadFrame();
}

/** Opens the panel; the focus goes in, and comes back to `from` (or the launcher) at closing. */
export function openChat(from: Element | null, takesFocus = true): void {
  if (isOpen()) return;
  opener = from;
  panel.hidden = false;
  if (!frame) loadFrame();
  showState();
  if (takesFocus) takeFocus();
  tell();
  emit("opened");
}

/** Closes the panel; the frame stays, so that answers are still heard. */
export function closeChat(): void {
  if (!isOpen()) return;
  // Inside a shadow root the document's active element is the host: only then is the focus ours to give back.
  const hadFocus = document.activeElement === host;
  panel.hidden = true;
  showState();
  if (hadFocus) ((opener?.isConnected ? opener : launcher) as HTMLElement).focus();
  tell();
  emit("closed");
}

/** Opens or closes the panel. */
export function toggleChat(): void {
  if (isOpen()) closeChat();
  else openChat(launcher);
}

/** Takes the launcher away and closes the panel; buttons of the page can still open it. */
export function hideChat(): void {
  closeChat();
  launcher.hidden = true;
}

/** Tells the chat which language the page is in now. */
export function setChatLocale(chosen: string): void {
  locale = chosen;
  tell();
}

/**
 * Takes the chat off the page and ends the visitor's credential. First of all the desk is told, by the cookie, even
 * where the page is left right now; it depends on nothing that the browser keeps. Then the frame ends and forgets what
 * is in its own keeping, this page's or the next one's.
 */
export function shutDownChat(): void {
  try {
    navigator.sendBeacon(`${widgetUrl}/forget`);
  } catch {
    // Blockers take beacons away: then the frame is the first to tell the desk.
  }
  keep(widgetUrl, OVER);
  isOver = true;
  watch.disconnect();
  hideChat();
  if (port) tell();
  else loadFrame();
  setTimeout(() => host.remove(), HELLO_WAIT_MS);
}

function isOpen(): boolean {
  return !panel.hidden;
}

/** Beside the body, not in it: frameworks that swap the body leave the chat alone, and its frame keeps running. */
function attach(): void {
  if (!host.isConnected) document.documentElement.append(host);
  watch.observe(document.documentElement, { childList: true });
  showState();
}

function loadFrame(): void {
  showLoading(false);
  frame?.remove();
  frame = document.createElement("iframe");
  frame.title = DIALOG_TEXT;
  // The frame answers only to origins that the organization allowed; it learns this page's origin (no path) from here.
  frame.referrerPolicy = "origin";
  frame.src = widgetUrl;
  panel.append(frame);
  // Once the frame has said hello this part of the panel does not show.
  setTimeout(showLoading, HELLO_WAIT_MS, true);
}

/** Only a hello from the desk's origin and this very frame is answered, with a private channel; a reloaded frame says it again. */
function hearHello({ origin, source, data }: MessageEvent): void {
  if (origin !== deskOrigin || source !== frame?.contentWindow || data !== FRAME_HELLO) return;
  const { port1, port2 } = new MessageChannel();
  (source as Window).postMessage(HOST_PORT, deskOrigin, [port2]);
  port = port1;
  port.onmessage = hear;
  panel.classList.add("live");
  showState();
  if (root.activeElement === close) takeFocus();
  tell();
}

function hear({ data }: MessageEvent<FrameToHost>): void {
  if (data.type === "close") closeChat();
  else if (data.type === "look") paintAccent(data.accent);
  else {
    if (data.type === "unreadCountChange") {
      showUnread(data.count);
      keep(widgetUrl, data.mark);
    }
    if (data.type === "message" && !isOpen()) news.textContent = data.announcement;
    emit(data.type, data.count);
  }
}

function tell(): void {
  if (!port) return;
  port.postMessage({
    locale,
    isOpen: isOpen(),
    isOver: isOver || kept(widgetUrl) === OVER,
  } satisfies HostToFrame);
}

/** While the frame is silent the focus waits on Close, which always works. */
function takeFocus(): void {
  ((port ? frame : close) as HTMLElement).focus();
}

/** Full screen, and modal, only on phones and only after the hello: a dead frame never covers the page. */
function showState(): void {
  const isFull = isOpen() && phone.matches && !!port;
  // The host's own use of `inert` is left alone unless the chat covers, or just covered, its page.
  if (isFull || panel.ariaModal === "true") document.body.inert = isFull;
  panel.ariaModal = `${isFull}`;
  launcher.ariaExpanded = `${isOpen()}`;
}

function openFromPage(event: MouseEvent): void {
  // The path leads out of open shadow roots, whose inside is the host element to `target`.
  const from = event.composedPath().find((each) => (each as Element).matches?.("[data-parley-open]")) as Element;
  if (!from || isOver) return;
  event.preventDefault();
  openChat(from);
}
