import { useEffect, useState } from "preact/hooks";
import type { ConversationState } from "../../conversation/conversationState";
import { useLanguage } from "../ChatContext";

/** Bounds for the sign's time, since the clocks of desk and browser may differ. */
const TYPING_MAX_MS = 8_000;
const TYPING_MIN_MS = 2_000;

/** "<alias> is typing…", said once per burst. The region stays, so that screen readers hear changes. */
export function TypingSign({ typing }: { typing: ConversationState["typing"] }) {
  const { t } = useLanguage();
  const [isShown, setIsShown] = useState(false);
  useEffect(() => {
    setIsShown(typing !== null);
    if (!typing) return;
    const leftMs = Math.min(TYPING_MAX_MS, Math.max(TYPING_MIN_MS, typing.untilMs - Date.now()));
    const timer = setTimeout(() => setIsShown(false), leftMs);
    return () => clearTimeout(timer);
  }, [typing]);
  return (
    <p role="status" class="typing" dir="auto">
      {isShown && typing ? t("typing", { name: typing.name }) : ""}
    </p>
  );
}
