import type { HostToFrame } from "../frameProtocol";
import { Chat, type ChatState } from "./chat";
import { type Configuration, readConfiguration } from "./configuration";
import { deskAt } from "./desk";
import { followLive } from "./followLive";
import { frameStorage } from "./frameStorage";
import { connectHost, type HostPort } from "./hostPort";
import { languageFor } from "./messages/translate";

/** A page hidden for so long does without the stream, until it is looked at again. */
const HIDDEN_PAUSE_MS = 5 * 60_000;

export type Started = {
  configuration: Configuration;
  chat: Chat;
  host: HostPort;
  /** True on a page of its own (`/chat/<key>`), false in the frame of another page. */
  isPage: boolean;
  subscribe: (listeners: { onState: (state: ChatState) => void; onHost: (state: HostToFrame) => void }) => void;
  storage: ReturnType<typeof frameStorage>;
};

/** Wires the chat to desk, storage, host page and browser; null when the document carries no configuration. */
export function startChat(page: Document): Started | null {
  const configuration = readConfiguration();
  if (!configuration) return null;
  let token: string | null = null;
  let onState: (state: ChatState) => void = () => undefined;
  let onHost: (state: HostToFrame) => void = () => undefined;
  let lastHost: HostToFrame | undefined;

  const storage = frameStorage(configuration.key);
  const desk = deskAt(configuration.key, () => token);
  const host = connectHost(configuration.allowedOrigins, (state) => {
    lastHost = state;
    onHost(state);
  });
  const chat = new Chat({
    desk,
    storage,
    follow: (from, listener) => followLive(desk, from, listener),
    setToken: (chosen) => {
      token = chosen;
    },
    nowMs: () => Date.now(),
    newClientId: () => crypto.randomUUID(),
    wait: (delayMs) => new Promise((resolve) => setTimeout(resolve, delayMs)),
    onChange: (state) => onState(state),
    onNews: ({ type, name }) => {
      const { t } = languageFor(lastHost?.locale ?? configuration.locale);
      host.tell(type === "message" ? { type, announcement: t("newMessageFrom", { name }) } : { type });
    },
  });
  followBrowser(page, chat);
  host.tell({ type: "look", accent: configuration.accent });
  void chat.load();
  return {
    configuration,
    chat,
    host,
    storage,
    isPage: window.parent === window,
    subscribe: (listeners) => {
      ({ onState, onHost } = listeners);
      if (lastHost) onHost(lastHost);
    },
  };
}

function followBrowser(page: Document, chat: Chat): void {
  let pausing: ReturnType<typeof setTimeout> | undefined;
  page.addEventListener("visibilitychange", () => {
    clearTimeout(pausing);
    if (page.visibilityState === "hidden") pausing = setTimeout(() => chat.pause(), HIDDEN_PAUSE_MS);
    else chat.resume();
  });
  addEventListener("online", () => chat.setOnline(true));
  addEventListener("offline", () => chat.setOnline(false));
  if (!navigator.onLine) chat.setOnline(false);
}
