import { pressedKey } from "@/ui/keys/pressedKey";
import type { HostToFrame } from "../frameProtocol";
import { Chat, type ChatState } from "./chat";
import { type Configuration, readConfiguration } from "./configuration";
import { deskAt } from "./desk";
import { followLive } from "./followLive";
import { type FrameStorage, frameStorage } from "./frameStorage";
import { connectHost, type HostPort } from "./hostPort";
import { languageFor } from "./messages/translate";

/** A page hidden for so long does without the stream, until it is looked at again. */
const HIDDEN_PAUSE_MS = 5 * 60_000;

/** What is shown: the chat's state, the locale that the page wants, and whether the panel is open. */
export type Shown = { state: ChatState; locale: string; isOpen: boolean };

export type Started = {
  configuration: Configuration;
  chat: Chat;
  storage: FrameStorage;
  /** True on a page of its own (`/chat/<key>`), false in the frame of another page. */
  isPage: boolean;
  shown: () => Shown;
  /** Calls `listener` with each new state. */
  subscribe: (listener: (shown: Shown) => void) => void;
};

/**
 * Wires the chat to desk, storage, host page and browser; null when the document carries no configuration. Nothing here waits
 * for a rendering: browsers hold those back in a frame that is not shown, and unread messages must still reach the launcher.
 */
export function startChat(page: Document): Started | null {
  const configuration = readConfiguration();
  if (!configuration) return null;
  const isPage = window.parent === window;
  const storage = frameStorage(configuration.key);
  let token: string | null = null;
  let hostState: HostToFrame = {
    locale: isPage ? navigator.language : configuration.locale,
    isOpen: isPage,
    isOver: false,
  };
  let listener: (shown: Shown) => void = () => undefined;
  let toldCount: number | null = null;

  const desk = deskAt(configuration.key, () => token);
  const shown = (): Shown => ({ state: chat.state, locale: hostState.locale, isOpen: hostState.isOpen });
  const host = connectHost(configuration.allowedOrigins, (state) => {
    hostState = { ...state, locale: state.locale || navigator.language };
    if (state.isOver) chat.forget();
    watch();
    listener(shown());
  });
  const chat: Chat = new Chat({
    desk,
    storage,
    follow: (from, follower) => followLive(desk, from, follower),
    setToken: (chosen) => {
      token = chosen;
    },
    nowMs: () => Date.now(),
    newClientId: () => crypto.randomUUID(),
    wait: (delayMs) => new Promise((resolve) => setTimeout(resolve, delayMs)),
    onChange: (state) => {
      const count = state.phase === "known" ? state.conversation.unreadCount : null;
      // The first count is told even when it is none: the host page learns from it that there is a conversation.
      if (count !== null && count !== toldCount) host.tell({ type: "unreadCountChange", count });
      toldCount = count;
      listener(shown());
    },
    onNews: ({ type, name }) => {
      const { t } = languageFor(hostState.locale);
      host.tell(type === "message" ? { type, announcement: t("newMessageFrom", { name }) } : { type });
    },
  });
  const watch = () => chat.watch(hostState.isOpen && page.visibilityState === "visible");

  watch();
  followBrowser(page, chat, host, watch);
  host.tell({ type: "look", accent: configuration.accent });
  void chat.load();
  const subscribe = (chosen: (shown: Shown) => void) => {
    listener = chosen;
    listener(shown());
  };
  return { configuration, chat, storage, isPage, shown, subscribe };
}

function followBrowser(page: Document, chat: Chat, host: HostPort, watch: () => void): void {
  let pausing: ReturnType<typeof setTimeout> | undefined;
  page.addEventListener("visibilitychange", () => {
    watch();
    clearTimeout(pausing);
    if (page.visibilityState === "hidden") pausing = setTimeout(() => chat.pause(), HIDDEN_PAUSE_MS);
    else chat.resume();
  });
  addEventListener("online", () => chat.setOnline(true));
  addEventListener("offline", () => chat.setOnline(false));
  addEventListener("keydown", (event) => {
    if (pressedKey(event) === "Escape") host.tell({ type: "close" });
  });
  if (!navigator.onLine) chat.setOnline(false);
}
