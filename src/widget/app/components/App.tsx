import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { HostToFrame } from "../../frameProtocol";
import { ChatContext, LanguageContext } from "../ChatContext";
import { languageFor } from "../messages/translate";
import type { Started } from "../startChat";
import { Announcer } from "./Announcer";
import { Body } from "./Body";
import { Composer } from "./Composer";
import { ConnectionStrip } from "./ConnectionStrip";
import { Header } from "./Header";

/** The whole chat: header, what was said, and the field to write in. */
export function App({ configuration, chat, host, isPage, storage, subscribe }: Started) {
  const [state, setState] = useState(chat.state);
  const [hostState, setHostState] = useState<HostToFrame | null>(null);
  const [pickedId, setPickedId] = useState<string | null>(null);
  const composer = useRef<HTMLTextAreaElement>(null);
  const isOpen = isPage || hostState?.isOpen === true;
  const language = useMemo(
    () => languageFor(hostState?.locale ?? configuration.locale),
    [hostState?.locale, configuration.locale],
  );
  const { unreadCount } = state.conversation;

  useEffect(() => {
    setState(chat.state);
    subscribe({ onState: setState, onHost: setHostState });
  }, [chat, subscribe]);
  useEffect(() => {
    document.documentElement.lang = language.locale;
    document.documentElement.dir = language.direction;
  }, [language]);
  useEffect(() => watchWhileVisible(isOpen, (isWatched) => chat.watch(isWatched)), [chat, isOpen]);
  useEffect(() => {
    if (isOpen) composer.current?.focus();
  }, [isOpen]);
  useEffect(() => host.tell({ type: "unreadCountChange", count: unreadCount }), [host, unreadCount]);
  useEffect(() => {
    if (hostState?.isOver) chat.forget();
  }, [chat, hostState?.isOver]);
  useEffect(() => closeOnEscape(() => host.tell({ type: "close" })), [host]);

  return (
    <LanguageContext.Provider value={language}>
      <ChatContext.Provider value={chat}>
        <div class={isPage ? "chat page" : "chat"}>
          <Header
            title={configuration.title}
            organization={state.conversation.organization ?? configuration.organization}
          />
          <ConnectionStrip connection={state.connection} />
          <Body state={state} configuration={configuration} pickedId={pickedId} onPick={setPickedId} />
          {state.phase !== "unavailable" && (
            <Composer
              field={composer}
              storage={storage}
              isKnown={state.phase === "known"}
              categoryId={state.phase === "new" ? pickedId : null}
            />
          )}
          <Announcer conversation={state.conversation} isOpen={isOpen} />
        </div>
      </ChatContext.Provider>
    </LanguageContext.Provider>
  );
}

function watchWhileVisible(isOpen: boolean, watch: (isWatched: boolean) => void): () => void {
  const look = () => watch(isOpen && document.visibilityState === "visible");
  look();
  document.addEventListener("visibilitychange", look);
  return () => document.removeEventListener("visibilitychange", look);
}

function closeOnEscape(close: () => void): () => void {
  const hear = (event: KeyboardEvent) => {
    if (event.key === "Escape" && !event.isComposing && !event.defaultPrevented) close();
  };
  addEventListener("keydown", hear);
  return () => removeEventListener("keydown", hear);
}
