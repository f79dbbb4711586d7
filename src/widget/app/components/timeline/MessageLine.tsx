import type { CustomerMessage } from "@/contract/views/customerViews";
import { fullTimeOf, timeOf } from "../../conversation/dayAndTime";
import { Avatar } from "../Avatar";
import { useLanguage } from "../ChatContext";
import { feedbackText } from "./feedbackText";
import { MessageText } from "./MessageText";
import { RatingCard } from "./RatingCard";

type Props = { message: CustomerMessage; isFollowUp: boolean; isLastRating: boolean };

/** One confirmed message. Author and time are always text, for screen readers too. */
export function MessageLine({ message, isFollowUp, isLastRating }: Props) {
  const { t, locale } = useLanguage();
  const { from, alias, sentAt, editedAt } = message;
  const author = from === "you" ? t("you") : (alias?.name ?? "");
  return (
    <article class={`line ${from}${isFollowUp ? " again" : ""}`}>
      {from === "them" &&
        (isFollowUp ? <span class="avatar empty" /> : <Avatar name={author} picture={alias?.picture ?? null} />)}
      <div>
        <p class={from === "you" || isFollowUp ? "hidden" : "author"} dir="auto">
          {author}
        </p>
        <Content message={message} isLastRating={isLastRating} />
        <p class="meta">
          {from === "you" && `${t("sent")} · `}
          <time dateTime={sentAt.toISOString()} title={fullTimeOf(sentAt, locale)}>
            {timeOf(sentAt, locale)}
          </time>
          {editedAt && ` · ${t("edited")}`}
        </p>
      </div>
    </article>
  );
}

function Content({ message, isLastRating }: { message: CustomerMessage; isLastRating: boolean }) {
  const { t, locale } = useLanguage();
  if (message.kind === "feedback") return <p class="bubble soft">{feedbackText(message, t, locale)}</p>;
  if (message.kind === "rating_request" && message.rating)
    return <RatingCard rating={message.rating} isAsked={isLastRating} />;
  return <MessageText body={message.body} />;
}
