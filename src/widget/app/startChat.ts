import { v4 as newUuid } from "uuid";
import { pressedKey } from "@/ui/keys/pressedKey";
import { type HostToFrame, KNOWN, UNSENT } from "../frameProtocol";
import { Chat } from "./chat/chat";
import type { ChatState } from "./chat/chatState";
import { type Configuration, readConfiguration } from "./configuration";
import { deskAt, type Identity } from "./desk/desk";
import { followLive } from "./desk/followLive";
import { type FrameStorage, frameStorage } from "./frame/frameStorage";
import { connectHost, type HostPort } from "./frame/hostPort";
import { listenToOtherFrames } from "./frame/otherFrames";
import { forgetVisitKey, visitKey } from "./frame/visitKey";
import { languageFor } from "./messages/translate";

/** After this time hidden, a page closes its stream until it is visible again. */
const HIDDEN_PAUSE_MS = 5 * 60_000;

/** What the app shows: the chat's state, in the locale of the page, and whether the panel is open. */
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
 * Wires the chat to desk, storage, host page and browser; null if the document carries no configuration. Nothing here
 * waits for a rendering: browsers delay renderings in hidden frames, and unread messages must still reach the launcher.
 */
export function startChat(page: Document): Started | null {
  const configuration = readConfiguration();
  if (!configuration) return null;
  const isPage = window.parent === window;
  const storage = frameStorage(configuration.key);
  let identity: Identity = { visit: null, token: null };
  let hostState: HostToFrame = {
    locale: isPage ? navigator.language : configuration.locale,
    isOpen: isPage,
    isOver: false,
  };
  let listener: (shown: Shown) => void = () => undefined;

  const tellMark = markTeller((words) => host.tell(words));
  const desk = deskAt(configuration.key, () => identity);
  const shown = (): Shown => ({ state: chat.state, locale: hostState.locale, isOpen: hostState.isOpen });
  const host = connectHost(configuration.allowedOrigins, (state) => {
    hostState = { ...state, locale: state.locale || navigator.language };
    if (!state.isOver) isForgotten = false;
    else if (!isForgotten) void forget();
    else if (!chat.hasUnended) tellMark(chat.state, true);
    watch();
    listener(shown());
  });
  // The page repeats that the chat is over until it hears that the desk knows. A visit begun meanwhile is not meant.
  let isForgotten = false;
  const forget = async () => {
    isForgotten = true;
    if (await chat.forget()) host.tell({ type: "unreadCountChange", count: 0, mark: "" });
  };
  const chat: Chat = new Chat({
    desk,
    storage,
    follow: (from, follower) => followLive(desk, from, follower),
    setIdentity: (chosen) => {
      identity = chosen;
    },
    visitKey: (refused) => visitKey(configuration.key, refused, Date.now()),
    forgetVisitKey: () => forgetVisitKey(configuration.key),
    tellOver: (visit) => others.tellOver(visit),
    nowMs: () => Date.now(),
    newClientId: newUuid,
    wait: (delayMs) => new Promise((resolve) => setTimeout(resolve, delayMs)),
    onChange: (state) => {
      // While the desk has yet to end a visit, the page keeps its mark of it.
      if (!hostState.isOver || !chat.hasUnended) tellMark(state);
      listener(shown());
    },
    onNews: ({ type, name }) => {
      const { t } = languageFor(hostState.locale);
      host.tell(type === "message" ? { type, announcement: t("newMessageFrom", { name }) } : { type });
    },
  });
  const others = listenToOtherFrames(configuration.key, (visit) => chat.hearOver(visit));
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

/** Tells the host page the mark and the unread count that it keeps for its next page, each time the mark changes. */
function markTeller(tell: HostPort["tell"]): (state: ChatState, isAsked?: boolean) => void {
  // Without a visit nothing is told at first: the page may hold the mark of a visit that is still to be ended.
  let toldMark = "";
  return (state, isAsked = false) => {
    const mark = markOf(state) ?? toldMark;
    const count = state.phase === "known" ? state.conversation.unreadCount : 0;
    if (isAsked || mark !== toldMark) tell({ type: "unreadCountChange", count, mark });
    toldMark = mark;
  };
}

/** The mark that the host page keeps for its next page; null while the state is unknown. */
function markOf({ phase, conversation }: ChatState): string | null {
  if (conversation.outgoing.some(({ delivery }) => delivery === "sending" || delivery === "retrying")) return UNSENT;
  if (phase === "known") return `${KNOWN}${conversation.unreadCount}`;
  return phase === "new" ? "" : null;
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
