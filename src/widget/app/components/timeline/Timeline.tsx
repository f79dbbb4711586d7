import type { ComponentChildren } from "preact";
import { useMemo } from "preact/hooks";
import type { ChatState } from "../../chat/chatState";
import { categoryPicks } from "../../conversation/categoryPicks";
import { messagesOf } from "../../conversation/conversationState";
import { dayOf } from "../../conversation/dayAndTime";
import { type TimelineItem, timelineOf } from "../../conversation/timeline";
import { useChat, useLanguage } from "../ChatContext";
import { CategoryPicks } from "./CategoryPicks";
import { MessageLine } from "./MessageLine";
import { OutgoingLine } from "./OutgoingLine";
import { StatusNote } from "./StatusNote";
import { TypingSign } from "./TypingSign";
import { useNowMs } from "./useNowMs";
import { useStickToEnd } from "./useStickToEnd";

const MINUTE_MS = 60_000;

/** The conversation, oldest first. It stays at its end unless the reader scrolled up. `Announcer` speaks for it. */
export function Timeline({ state, children }: { state: ChatState; children?: ComponentChildren }) {
  const { t } = useLanguage();
  const { conversation } = state;
  const items = useMemo(() => timelineOf(conversation), [conversation]);
  const { scroller, isAtEnd, goToEnd } = useStickToEnd(items);
  const lastRating = items.findLast((item) => item.kind === "message" && item.message.kind === "rating_request")?.key;
  return (
    <div class="filling">
      <section class="scroller" ref={scroller} aria-label={t("conversation")}>
        <div>
          {conversation.hasEarlier && <EarlierButton earlier={state.earlier} />}
          {children}
          <ol class="timeline">
            {items.map((item) => (
              <li key={item.key}>
                <Item item={item} lastRatingKey={lastRating ?? null} />
              </li>
            ))}
          </ol>
          {conversation.status.asksCategory ? (
            <CategoryPicks {...categoryPicks(conversation.offeredCategories, messagesOf(conversation))} />
          ) : (
            <StatusNote conversation={conversation} />
          )}
          <TypingSign typing={conversation.typing} />
        </div>
      </section>
      {!isAtEnd && (
        <button type="button" class="to-end" onClick={goToEnd}>
          {t("toNewest")}
        </button>
      )}
    </div>
  );
}

function Item({ item, lastRatingKey }: { item: TimelineItem; lastRatingKey: string | null }) {
  const { t, locale } = useLanguage();
  const nowMs = useNowMs(MINUTE_MS);
  switch (item.kind) {
    case "day":
      return <p class="separator">{dayOf(item.at, nowMs, locale, t)}</p>;
    case "divider":
      return <p class="separator new">{t("newMessages")}</p>;
    case "message":
      return (
        <MessageLine message={item.message} isFollowUp={item.isFollowUp} isLastRating={item.key === lastRatingKey} />
      );
    case "outgoing":
      return <OutgoingLine outgoing={item.outgoing} />;
  }
}

function EarlierButton({ earlier }: { earlier: ChatState["earlier"] }) {
  const chat = useChat();
  const { t } = useLanguage();
  return (
    <div class="earlier">
      <p role="status" class="meta">
        {earlier === "failed" ? t("earlierFailed") : ""}
      </p>
      <button type="button" class="button quiet" onClick={() => void chat.loadEarlier()}>
        {t(earlier === "loading" ? "loadingEarlier" : "loadEarlier")}
      </button>
    </div>
  );
}
