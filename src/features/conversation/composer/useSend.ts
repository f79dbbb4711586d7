"use client";

import { v4 as newUuid } from "uuid";
import { MEMBER_MESSAGE_LENGTH_MAX } from "@/contract/inputs/limits";
import type { InteractionView } from "@/contract/views/conversationViews";
import type { SequenceView } from "@/contract/views/requestViews";
import type { SequenceState } from "@/domain/request/sequenceState";
import { isWithin } from "@/domain/text/graphemes";
import { isVisible } from "@/domain/text/isVisible";
import { useOutbox } from "../outbox/OutboxProvider";
import type { Send } from "./SendButtons";

/** Whether a text can be sent: it has visible characters, and not too many. */
export const isSendable = (text: string) => isVisible(text) && isWithin(text, MEMBER_MESSAGE_LENGTH_MAX);

/** Hands a text to the outbox, with the audience that it was written for. `onQueued` is called once it is there. */
export function useSend(
  interaction: InteractionView,
  sequence: Pick<SequenceView, "id" | "subject" | "state"> | null,
  text: string,
  onQueued: (thenState: SequenceState | null) => void,
): Send {
  const outbox = useOutbox();
  return (thenState) => {
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
    if (isQueued) onQueued(thenState);
  };
}
