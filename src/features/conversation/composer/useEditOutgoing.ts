"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { useToast } from "@/ui/overlays/useToast";
import { useOutbox } from "../outbox/OutboxProvider";
import type { OutboxEntry } from "../outbox/outbox";
import { useComposers } from "./ComposerRegistry";

/** Takes an unsent message out of the outbox and appends its text to the composer that it came from. */
export function useEditOutgoing(): (entry: OutboxEntry) => void {
  const outbox = useOutbox();
  const composers = useComposers();
  const toast = useToast();
  const t = useTranslations("conversation.sending");
  return useCallback(
    (entry) => {
      const composer = composers.of(entry.interactionId);
      // Without a composer the text has no other place, so the message stays in the outbox.
      if (!composer) return void toast.show({ title: t("noField"), tone: "warn" });
      composer.append(entry.body);
      outbox.remove(entry.clientId);
    },
    [outbox, composers, toast, t],
  );
}
