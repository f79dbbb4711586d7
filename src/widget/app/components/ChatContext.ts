import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Chat } from "../chat/chat";
import { type Language, languageFor } from "../messages/translate";

export const LanguageContext = createContext<Language>(languageFor("en"));
export const ChatContext = createContext<Chat | null>(null);
/** Moves the focus to the message field, for when the focused button goes away. */
export const FocusComposerContext = createContext<() => void>(() => undefined);

/** Makes the next message begin another request. */
export const SomethingElseContext = createContext<() => void>(() => undefined);

/** The texts and the locale of the customer. */
export function useLanguage(): Language {
  return useContext(LanguageContext);
}

/** The chat that the app shows. @throws Error outside of the app */
export function useChat(): Chat {
  const chat = useContext(ChatContext);
  if (!chat) throw new Error("No chat around this component");
  return chat;
}

/** A function that moves the focus to the message field. */
export function useFocusComposer(): () => void {
  return useContext(FocusComposerContext);
}

/** A function that makes the next message begin another request and moves the focus to its field. */
export function useSomethingElse(): () => void {
  return useContext(SomethingElseContext);
}
