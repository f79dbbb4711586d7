import type { ConversationState } from "../../conversation/conversationState";
import { timeOf } from "../../conversation/dayAndTime";
import { useLanguage, useSomethingElse } from "../ChatContext";
import { ClosedNote } from "./ClosedNote";

/** The customer's status, as the desk decided it, in words. */
export function StatusNote({ conversation }: { conversation: ConversationState }) {
  const { t, locale } = useLanguage();
  const askSomethingElse = useSomethingElse();
  const status = conversation.status.value;
  switch (status.code) {
    case "idle":
    case "answered":
      return null;
    case "waiting":
      // The note would stand under a message that the desk does not have.
      if (conversation.outgoing.some(({ delivery }) => delivery !== "sent")) return null;
      return (
        <div class="card">
          <p class="strong">{t("waitingTitle")}</p>
          <p>
            {t("waitingText", {
              organization: conversation.organization?.name ?? "",
              time: timeOf(status.since, locale),
            })}
          </p>
        </div>
      );
    case "closed_hours":
      return <ClosedNote opensAt={status.opensAt} />;
    case "needs_answer":
      return <p class="status">{t("needsAnswer")}</p>;
    case "ended":
      return (
        <div class="status">
          <p>{t("ended")}</p>
          <button type="button" class="link" onClick={askSomethingElse}>
            {t("somethingElse")}
          </button>
        </div>
      );
  }
}
