"use client";

import { useTranslations } from "next-intl";
import { useTyping } from "@/client/live/useTyping";

/** Says who is typing. It keeps its height when empty, so that nothing moves. */
export function TypingLine({ interactionId }: { interactionId: string }) {
  const t = useTranslations("conversation.thread");
  const names = useTyping(interactionId);
  const [first] = names;
  const words =
    names.length === 1 && first !== undefined ? t("typing", { name: first }) : t("typingMany", { count: names.length });
  return <p className="h-5 truncate px-4 text-fg-3 text-meta">{names.length === 0 ? null : words}</p>;
}
