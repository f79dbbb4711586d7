import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import { OUTGOING_MAX } from "../chat/outbox";
import type { Outgoing } from "../conversation/conversationState";
import { languageFor } from "../messages/translate";
import type { Started } from "../startChat";
import { Announcer } from "./Announcer";
import { Body } from "./Body";
import { ChatContext, FocusComposerContext, LanguageContext, SomethingElseContext } from "./ChatContext";
import { Composer } from "./Composer";
import { ConnectionStrip } from "./ConnectionStrip";
import { Header } from "./Header";
import { Requests } from "./Requests";
import { useRequestsOf } from "./useRequestsOf";

/** The whole chat: header, conversation and composer. */
export function App({ configuration, chat, isPage, storage, shown, subscribe }: Started) {
  const [{ state, locale, isOpen }, setShown] = useState(shown);
  const [picked, setPicked] = useState<Outgoing["category"]>(null);
  const { showsRequests, setShowsRequests, isSomethingElse, setSomethingElse } = useRequestsOf(state.visit);
  const composer = useRef<HTMLTextAreaElement>(null);
  const focusComposer = useCallback(() => composer.current?.focus(), []);
  const askSomethingElse = useCallback(() => {
    setSomethingElse(true);
    focusComposer();
  }, [focusComposer, setSomethingElse]);
  const language = useMemo(() => languageFor(locale), [locale]);

  useEffect(() => subscribe(setShown), [subscribe]);
  useEffect(() => {
    document.documentElement.lang = language.locale;
    document.documentElement.dir = language.direction;
  }, [language]);
  // Focus at opening, and again for the next visitor, whose composer is a new one.
  const openTo = isOpen ? state.visit : null;
  useEffect(() => {
    if (openTo !== null) focusComposer();
  }, [openTo, focusComposer]);

  const isKnown = state.phase === "known";
  return (
    <LanguageContext.Provider value={language}>
      <ChatContext.Provider value={chat}>
        <FocusComposerContext.Provider value={focusComposer}>
          <SomethingElseContext.Provider value={askSomethingElse}>
            <div class={isPage ? "chat page" : "chat"}>
              <Header
                title={configuration.title}
                organization={state.conversation.organization ?? configuration.organization}
                requests={isKnown ? { areShown: showsRequests, toggle: () => setShowsRequests(!showsRequests) } : null}
              />
              <main class="main">
                {showsRequests && isKnown ? (
                  <Requests
                    asOf={state.conversation.status.position}
                    onBack={() => {
                      setShowsRequests(false);
                      focusComposer();
                    }}
                  />
                ) : (
                  <Body state={state} configuration={configuration} picked={picked} onPick={setPicked} />
                )}
                {state.phase !== "unavailable" && (
                  <Composer
                    key={state.visit}
                    field={composer}
                    storage={storage}
                    hasRoom={state.conversation.outgoing.length < OUTGOING_MAX}
                    category={state.phase === "new" ? picked : null}
                    isSomethingElse={isSomethingElse && isKnown}
                    onSomethingElse={setSomethingElse}
                  />
                )}
                <ConnectionStrip connection={state.connection} />
              </main>
              <Announcer key={state.visit} conversation={state.conversation} isOpen={isOpen} />
            </div>
          </SomethingElseContext.Provider>
        </FocusComposerContext.Provider>
      </ChatContext.Provider>
    </LanguageContext.Provider>
  );
}
