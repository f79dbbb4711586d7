import type { Outgoing } from "../../conversation/conversationState";
import { DESK_AWAY, isTransient } from "../../desk/refusal";
import { useChat, useFocusComposer, useLanguage } from "../ChatContext";
import { MessageText } from "./MessageText";

/** A message on its way, with its delivery in words, and what the customer can do if it was not sent. */
export function OutgoingLine({ outgoing }: { outgoing: Outgoing }) {
  const chat = useChat();
  const focusComposer = useFocusComposer();
  const { t } = useLanguage();
  const { clientId, body, delivery, refusal } = outgoing;
  const isFinal = refusal === "invalid_input";
  const words = {
    sending: t("sending"),
    retrying: t(refusal === DESK_AWAY ? "retryingAway" : "retrying"),
    sent: t("sent"),
    not_sent: t(notSentWords(refusal)),
  };
  const act = (run: () => void) => {
    run();
    focusComposer();
  };
  return (
    <article class="line you">
      <div>
        <p class="hidden">{t("you")}</p>
        <MessageText body={body} />
        <p class={delivery === "not_sent" ? "meta bad" : "meta"}>{words[delivery]}</p>
        {delivery === "not_sent" && (
          <p class="actions">
            {!isFinal && (
              <button type="button" class="link" onClick={() => act(() => chat.retry(clientId))}>
                {t("retry")}
              </button>
            )}
            <button type="button" class="link" onClick={() => act(() => chat.discard(clientId))}>
              {t("discard")}
            </button>
          </p>
        )}
      </div>
    </article>
  );
}

function notSentWords(refusal: string | null) {
  if (refusal === null || isTransient(refusal)) return "notSentConnection";
  return refusal === "invalid_input" ? "notSentCharacters" : "notSentInvalid";
}
