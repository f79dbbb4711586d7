"use client";

import { ArrowDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { MessageView } from "@/contract/views/conversationViews";
import { Button } from "@/ui/Button";
import { isSaidByDesk } from "../lines/threadLines";

/** Jumps to the latest message, and counts those that came while the reader was further up. */
export function ToEnd({ messages, onPress }: { messages: readonly MessageView[]; onPress: () => void }) {
  const t = useTranslations("conversation.thread");
  const [seenUpTo] = useState(messages.at(-1)?.ordinal ?? 0);
  const count = messages.filter((each) => each.ordinal > seenUpTo && !each.isMine && !isSaidByDesk(each)).length;
  return (
    <div className="pointer-events-none absolute inset-x-0 bottom-7 flex justify-center">
      <Button
        size="compact"
        look={count > 0 ? "primary" : "secondary"}
        className="pointer-events-auto shadow-pop"
        icon={<ArrowDown className="size-3.5" aria-hidden="true" />}
        onClick={onPress}
      >
        {count > 0 ? t("newBelow", { count }) : t("toLatest")}
      </Button>
    </div>
  );
}
