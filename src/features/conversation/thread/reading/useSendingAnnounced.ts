"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import type { OutboxEntry } from "@/features/conversation/outbox/outbox";
import { announce } from "@/ui/speech/announcements";

/** Announces once for each own message that it was sent or refused. */
export function useSendingAnnounced(outgoing: readonly OutboxEntry[]): void {
  const t = useTranslations("conversation.sending");
  const said = useRef(new Map<string, OutboxEntry["status"]>());
  useEffect(() => {
    for (const { clientId, status } of outgoing) {
      const isNews = said.current.get(clientId) !== status;
      said.current.set(clientId, status);
      if (isNews && status === "sent") announce(t("announceSent"));
      if (isNews && status === "refused") announce(t("announceFailed"));
    }
  }, [outgoing, t]);
}
