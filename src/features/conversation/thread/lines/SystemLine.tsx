"use client";

import { useTranslations } from "next-intl";
import type { MessageView } from "@/contract/views/conversationViews";
import { Moment } from "@/ui/time/Moment";

const FEEDBACK_CODES = [
  "out_of_hours",
  "shortly",
  "pending",
  "went_away",
  "retired_no_answer",
  "asked_category",
  "rating_request",
] as const;

/** Says what the desk told the customer by itself (R2–R4, R15, R17). */
export function SystemLine({ message }: { message: MessageView }) {
  const t = useTranslations("conversation.feedback");
  const code = message.kind === "rating_request" ? "rating_request" : message.feedback;
  const known = FEEDBACK_CODES.find((each) => each === code);
  return (
    <p className="py-1.5 text-center text-fg-3 text-meta">
      {t(known ?? "unknown")} <Moment at={message.sentAt} />
    </p>
  );
}
