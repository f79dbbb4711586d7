import type { ChatState } from "../chat/chatState";
import type { Configuration } from "../configuration";
import type { Outgoing } from "../conversation/conversationState";
import { DESK_AWAY } from "../desk/refusal";
import { useChat, useFocusComposer, useLanguage } from "./ChatContext";
import { Greeting } from "./Greeting";
import { Skeleton } from "./Skeleton";
import { Timeline } from "./timeline/Timeline";

type Props = {
  state: ChatState;
  configuration: Configuration;
  picked: Outgoing["category"];
  onPick: (category: Outgoing["category"]) => void;
};

/** The part between header and composer: loading, failed, the greeting, or the conversation. */
export function Body({ state, configuration, picked, onPick }: Props) {
  const chat = useChat();
  const focusComposer = useFocusComposer();
  const { t } = useLanguage();
  const { phase, conversation } = state;
  const isEmpty = conversation.held.size === 0;
  // Messages written meanwhile are shown with their delivery.
  const isBlank = isEmpty && conversation.outgoing.length === 0;
  if (phase === "unavailable") return <p class="filling notice">{t("unavailable")}</p>;
  if (phase === "loading" && isBlank) return <Skeleton label={t("loading")} />;
  if (phase === "failed" && isBlank) {
    return (
      <div class="filling notice" role="alert">
        <p>{t(state.failure === DESK_AWAY ? "loadFailedAway" : "loadFailed")}</p>
        <button type="button" class="button" onClick={() => void chat.load().then(focusComposer)}>
          {t("retry")}
        </button>
      </div>
    );
  }
  return (
    <Timeline state={state}>
      {!conversation.hasEarlier && (
        <Greeting
          configuration={configuration}
          picked={picked}
          onPick={onPick}
          isStarted={!isEmpty || conversation.outgoing.length > 0}
        />
      )}
    </Timeline>
  );
}
