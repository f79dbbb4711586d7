"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import type { MessageView } from "@/contract/views/conversationViews";
import { useMomentText } from "@/ui/time/Moment";
import { isSaidByDesk } from "../lines/threadLines";

const KEPT_MAX = 20;
/** More than this at once are announced by their number. */
const READ_OUT_MAX = 3;

type Line = { key: string; text: string };

/**
 * Announces messages of others that arrive while the thread is open. History, earlier pages and own messages stay
 * silent (WCAG 4.1.3). The visible list has no live role.
 */
export function ArrivalLog({ messages }: { messages: readonly MessageView[] }) {
  const t = useTranslations("conversation.thread");
  const momentText = useMomentText();
  const [lines, setLines] = useState<Line[]>([]);
  const heardUpTo = useRef(messages.at(-1)?.ordinal ?? 0);
  useEffect(() => {
    const arrived = messages.filter((each) => each.ordinal > heardUpTo.current);
    heardUpTo.current = Math.max(heardUpTo.current, messages.at(-1)?.ordinal ?? 0);
    const ofOthers = arrived.filter((each) => !each.isMine && !isSaidByDesk(each));
    if (ofOthers.length === 0) return;
    const key = ofOthers.map((each) => each.id).join(" ");
    const texts =
      ofOthers.length > READ_OUT_MAX
        ? [t("arrivedMany", { count: ofOthers.length })]
        : ofOthers.map(({ author, sentAt, body }) =>
            t("arrived", { name: author.name, at: momentText(sentAt), text: body }),
          );
    const added = texts.map((text, index) => ({ key: `${key} ${index}`, text }));
    setLines((said) => [...said, ...added].slice(-KEPT_MAX));
  }, [messages, t, momentText]);
  return (
    <div role="log" aria-label={t("arrivals")} aria-relevant="additions" className="sr-only">
      {lines.map((line) => (
        <p key={line.key}>{line.text}</p>
      ))}
    </div>
  );
}
