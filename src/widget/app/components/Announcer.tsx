import { useEffect, useRef, useState } from "preact/hooks";
import type { CustomerMessage } from "@/contract/views/customerViews";
import type { ConversationState } from "../conversation/conversationState";
import { timeOf } from "../conversation/dayAndTime";
import type { Language } from "../messages/translate";
import { useLanguage } from "./ChatContext";
import { feedbackText } from "./timeline/feedbackText";

const LINES_MAX = 20;
/** Arrivals within this time are one burst. Of more than three only the number is announced. */
const BURST_MS = 500;
const SPOKEN_ONE_BY_ONE_MAX = 3;

type Line = { id: number; text: string };

/** The log for screen readers. It announces live arrivals and "Sent", never the history. */
export function Announcer({ conversation, isOpen }: { conversation: ConversationState; isOpen: boolean }) {
  const language = useLanguage();
  const [lines, setLines] = useState<Line[]>([]);
  const announced = useRef(new Set<string>());
  const waitingToSend = useRef(0);
  const { arrivals, outgoing } = conversation;

  // The effects use the language and the panel's state at the moment of the announcement.
  const latest = useRef({ language, isOpen });
  latest.current = { language, isOpen };

  useEffect(() => {
    const timer = setTimeout(() => {
      const fresh = arrivals.filter((message) => !announced.current.has(message.id));
      for (const message of fresh) announced.current.add(message.id);
      if (latest.current.isOpen && fresh.length > 0)
        setLines((known) => withTexts(known, spoken(fresh, latest.current.language)));
    }, BURST_MS);
    return () => clearTimeout(timer);
  }, [arrivals]);

  useEffect(() => {
    const waiting = outgoing.filter((each) => each.delivery === "sending" || each.delivery === "retrying").length;
    const failed = outgoing.filter((each) => each.delivery === "not_sent").length;
    if (waitingToSend.current > waiting + failed)
      setLines((known) => withTexts(known, [latest.current.language.t("sent")]));
    waitingToSend.current = waiting;
  }, [outgoing]);

  return (
    <div role="log" aria-relevant="additions" aria-label={language.t("newMessages")} class="hidden">
      {lines.map(({ id, text }) => (
        <p key={id}>{text}</p>
      ))}
    </div>
  );
}

function withTexts(lines: Line[], texts: string[]): Line[] {
  const lastId = lines.at(-1)?.id ?? 0;
  return [...lines, ...texts.map((text, index) => ({ id: lastId + index + 1, text }))].slice(-LINES_MAX);
}

function spoken(messages: CustomerMessage[], { t, locale }: Language): string[] {
  if (messages.length > SPOKEN_ONE_BY_ONE_MAX) return [t("arrivedMany", { count: messages.length })];
  return messages.map((message) =>
    t("arrived", {
      name: message.alias?.name ?? "",
      time: timeOf(message.sentAt, locale),
      text: wordsOf(message, t, locale),
    }),
  );
}

function wordsOf(message: CustomerMessage, t: Language["t"], locale: string): string {
  if (message.kind === "feedback") return feedbackText(message, t, locale);
  return message.kind === "rating_request" ? t("rateTitle") : message.body;
}
