"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { v4 as newUuid } from "uuid";
import { MEMBER_MESSAGE_LENGTH_MAX } from "@/contract/inputs/limits";
import type { InteractionView } from "@/contract/views/conversationViews";
import type { SequenceView } from "@/contract/views/requestViews";
import type { SequenceState } from "@/domain/request/sequenceState";
import { isWithin, signsOver } from "@/domain/text/graphemes";
import { isVisible } from "@/domain/text/isVisible";
import { announce } from "@/ui/speech/announcements";
import { useOutbox, useOutboxFull } from "../outbox/OutboxProvider";
import { OUTBOX_ENTRIES_MAX } from "../outbox/outboxStore";
import type { Send } from "./SendButtons";

/** Whether a text can be sent: it has visible characters, and not too many. */
export const isSendable = (text: string) => isVisible(text) && isWithin(text, MEMBER_MESSAGE_LENGTH_MAX);

/**
 * Hands a text to the outbox, with the audience that it was written for. `onQueued` is called once it is there.
 * `refusal` says in words why the outbox did not take it, until it has room again. Each refusal is announced.
 */
export function useSend(
  interaction: InteractionView,
  sequence: Pick<SequenceView, "id" | "subject" | "state"> | null,
  text: string,
  onQueued: (thenState: SequenceState | null) => void,
): { send: Send; refusal: string | null } {
  const t = useTranslations("conversation.composer");
  const outbox = useOutbox();
  const isFull = useOutboxFull();
  const [isRefused, setRefused] = useState(false);
  const full = t("outboxFull", { count: OUTBOX_ENTRIES_MAX });
  const send: Send = (thenState) => {
    const over = signsOver(text, MEMBER_MESSAGE_LENGTH_MAX);
    if (over > 0) announce(t("tooLong", { count: over }));
    if (!isSendable(text)) return;
    const isQueued = outbox.queue({
      clientId: newUuid(),
      interactionId: interaction.id,
      body: text,
      expectedAudience: interaction.audience,
      thenState,
      stateOf:
        sequence === null || thenState === null
          ? null
          : { sequenceId: sequence.id, subject: sequence.subject, from: sequence.state },
      queuedAtMs: Date.now(),
      status: "queued",
      attempts: 0,
      nextAttemptAtMs: 0,
      refusal: null,
    });
    setRefused(!isQueued);
    if (isQueued) onQueued(thenState);
    else announce(full);
  };
  return { send, refusal: isRefused && isFull ? full : null };
}
