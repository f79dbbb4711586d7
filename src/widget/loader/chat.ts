import { FRAME_HELLO, type FrameToHost, HOST_PORT, type HostToFrame, KNOWN } from "../frameProtocol";
import { keep, kept } from "../storage";
import {
  close,
  createSurface,
  DIALOG_TEXT,
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

/** How long a frame may stay silent before a retry is offered, and how long a frame has to forget after a shutdown. */
const HELLO_WAIT_MS = 12_000;
/** The mark of a conversation that was shut down: the next frame must forget it. */
const OVER = "0";

export type Emit = (name: string, detail?: unknown) => void;

// A page has one chat. Its state is in variables instead of fields, since their names cost no bytes.
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
 * Puts the launcher on the page, as the attributes of the snippet say. Nothing is loaded from the desk before the first
 * `openChat`, except one number: if this site knows of a conversation, the desk is asked how many messages are unread.
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
  // The handler returns nothing: returning `false` would suppress all other keys in the panel.
  panel.onkeydown = (event) => {
    if (event.key === "Escape") closeChat();
  };
  addEventListener("click", openFromPage);
  // This stays after a shutdown, whose frame must still be heard.
  addEventListener("message", hearHello);
  // Another tab's frame told its page the unread count. It is the same here.
  addEventListener("storage", () => showUnread(+`${kept(widgetUrl)}`.slice(1)));
  phone = matchMedia("(max-width:480px),(max-height:480px)");
  phone.onchange = showState;
  watch = new MutationObserver(attach);
  watch.observe(document, { childList: true });
  attach();
  const mark = kept(widgetUrl);
  if (mark?.[0] === KNOWN)
    // The visitor's cookie goes along, unseen by this page. A frame that was opened meanwhile knows better.
    fetch(`${widgetUrl}/unread`, { credentials: "include" })
      .then((answer) => answer.json())
      .then((count) => {
        if (frame) return;
        showUnread(count);
        emit("unreadCountChange", count);
      })
      // Without network, or where the page's policy forbids the call, the launcher shows no count.
      .catch(String);
  // The page before was left before the desk knew of a message or a shutdown: the frame tells it now.
  else if (mark) loadFrame();
}

/** Opens the panel. The focus moves into it, and returns to `from` (or the launcher) at closing. */
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

/** Closes the panel. The frame stays, so that answers are still heard. */
export function closeChat(): void {
  if (!isOpen()) return;
  // If the focus is inside the shadow root, the document's active element is the host. Otherwise the focus stays.
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

/** Hides the launcher and closes the panel. Buttons of the page can still open it. */
export function hideChat(): void {
  closeChat();
  launcher.hidden = true;
}

/** Tells the chat the present language of the page. */
export function setChatLocale(chosen: string): void {
  locale = chosen;
  tell();
}

/**
 * Takes the chat off the page and ends the visitor's credential. The desk is told first: a beacon with the cookie
 * arrives even if the page is left right now, and depends on nothing that the browser keeps. Then the frame, on this
 * page or the next, ends its own credential and forgets what it keeps.
 */
export function shutDownChat(): void {
  try {
    navigator.sendBeacon(`${widgetUrl}/forget`);
  } catch {
    // Blockers remove beacons: then the frame is the first to tell the desk.
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

/** Attaches the chat beside the body: frameworks that swap the body leave it alone, and its frame keeps running. */
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
  // The frame answers only to origins that the organization allowed. The referrer tells it this page's, without path.
  frame.referrerPolicy = "origin";
  frame.src = widgetUrl;
  panel.append(frame);
  // Once the frame has said hello, this part of the panel is hidden.
  setTimeout(showLoading, HELLO_WAIT_MS, true);
}

/** Answers a hello of this frame, from the desk's origin, with a private channel. A reloaded frame says hello again. */
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

/** Focuses the frame. While it is silent, the focus waits on Close, which always works. */
function takeFocus(): void {
  ((port ? frame : close) as HTMLElement).focus();
}

/** Makes the panel full-screen and modal on phones, after the hello: a dead frame never covers the page. */
function showState(): void {
  const isFull = isOpen() && phone.matches && !!port;
  // The page's own use of `inert` is left alone unless the chat covers the page or just covered it.
  if (isFull || panel.ariaModal === "true") document.body.inert = isFull;
  panel.ariaModal = `${isFull}`;
  launcher.ariaExpanded = `${isOpen()}`;
}

function openFromPage(event: MouseEvent): void {
  // `target` is only the host element for a click inside an open shadow root. The path names the inner elements, too.
  const from = event.composedPath().find((each) => (each as Element).matches?.("[data-parley-open]")) as Element;
  if (!from || isOver) return;
  event.preventDefault();
  openChat(from);
}
