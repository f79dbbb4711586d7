import type { CustomerMessage } from "@/contract/views/customerViews";
import { openingOf } from "../../conversation/dayAndTime";
import type { MessageKey } from "../../messages/en";
import type { Translate } from "../../messages/translate";

const TEXT_OF_CODE: Readonly<Record<string, MessageKey>> = {
  out_of_hours: "feedbackOutOfHours",
  shortly: "feedbackShortly",
  pending: "feedbackPending",
  went_away: "feedbackWentAway",
  retired_no_answer: "feedbackRetired",
  asked_category: "feedbackAskedCategory",
};

/** The text for a feedback (R2, R3, R4, R17) by its code. For an unknown code the desk's own text, or a general one. */
export function feedbackText({ feedback, body, sentAt }: CustomerMessage, t: Translate, locale: string): string {
  const key = TEXT_OF_CODE[feedback?.code ?? ""];
  if (!key) return body || t("feedbackOther");
  const opensAtMs = feedback?.facts.opensAtMs;
  if (feedback?.code === "out_of_hours" && typeof opensAtMs === "number") {
    return t("feedbackOutOfHoursOpens", openingOf(new Date(opensAtMs), sentAt.getTime(), locale));
  }
  return t(key);
}
