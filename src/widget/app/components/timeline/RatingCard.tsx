import { useEffect, useId, useRef, useState } from "preact/hooks";
import { RATING_COMMENT_LENGTH_MAX, RATING_SCORES } from "@/contract/inputs/limits";
import type { CustomerRating } from "@/contract/views/customerViews";
import { signsOver } from "@/domain/text/graphemes";
import { codeOf } from "../../desk/refusal";
import type { MessageKey } from "../../messages/en";
import { useChat, useLanguage } from "../ChatContext";

const wordOf = (score: number): MessageKey => `rate${RATING_SCORES.find((each) => each === score) ?? 3}`;

/** The question for a rating (R15): optional, in words, changeable, and never in the way of a new message. */
export function RatingCard({ rating, isAsked }: { rating: CustomerRating; isAsked: boolean }) {
  const { t } = useLanguage();
  const [isOpen, setIsOpen] = useState(isAsked && rating.score === null);
  const box = useRef<HTMLDivElement>(null);
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    // The focused control is gone, so its successor gets the focus. The first rendering moves nothing.
    if (wasOpen.current !== isOpen) box.current?.querySelector<HTMLElement>("input, button")?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  return (
    <div ref={box}>
      {isOpen ? (
        <RatingForm rating={rating} onDone={() => setIsOpen(false)} />
      ) : (
        <div class="card inline">
          {rating.score !== null && <p>{t("rated", { score: t(wordOf(rating.score)) })}</p>}
          <button type="button" class="link" onClick={() => setIsOpen(true)}>
            {t(rating.score === null ? "rateAgain" : "rateChange")}
          </button>
        </div>
      )}
    </div>
  );
}

function RatingForm({ rating, onDone }: { rating: CustomerRating; onDone: () => void }) {
  const chat = useChat();
  const { t } = useLanguage();
  const id = useId();
  const [score, setScore] = useState(rating.score);
  const [comment, setComment] = useState(rating.comment ?? "");
  const [note, setNote] = useState<MessageKey | null>(null);
  const over = signsOver(comment, RATING_COMMENT_LENGTH_MAX);

  const send = async (event: Event) => {
    event.preventDefault();
    if (score === null) return setNote("rateNeedsScore");
    if (over > 0) return;
    setNote("rateSending");
    try {
      await chat.rate({ ratingId: rating.id, score, comment: comment.trim() });
      onDone();
    } catch (thrown) {
      setNote(codeOf(thrown) === "nothing_to_rate" ? "rateTooLate" : "rateFailed");
    }
  };

  return (
    <form class="card" onSubmit={send}>
      <fieldset>
        <legend class="strong">{t("rateTitle")}</legend>
        <div class="scores">
          {RATING_SCORES.map((each) => (
            <label key={each} class="score">
              <input type="radio" name={id} checked={each === score} onChange={() => setScore(each)} />
              <span>{t(wordOf(each))}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <label class="field">
        <span>{t("rateComment")}</span>
        <textarea
          dir="auto"
          rows={2}
          aria-invalid={over > 0}
          value={comment}
          onInput={(event) => setComment(event.currentTarget.value)}
        />
      </label>
      <p role="status" class="bad">
        {over > 0 ? t("tooLong", { count: over }) : note ? t(note) : ""}
      </p>
      <div class="actions">
        <button type="submit" class="button primary">
          {t("rateSend")}
        </button>
        <button type="button" class="link" onClick={onDone}>
          {t("rateSkip")}
        </button>
      </div>
    </form>
  );
}
