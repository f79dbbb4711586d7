import type { RefObject } from "preact";
import { useState } from "preact/hooks";
import { CUSTOMER_MESSAGE_LENGTH_MAX } from "@/contract/inputs/limits";
import { graphemeCount, signsOver } from "@/domain/text/graphemes";
import { isVisible } from "@/domain/text/isVisible";
import { pressedKey } from "@/ui/keys/pressedKey";
import type { Outgoing } from "../conversation/conversationState";
import type { FrameStorage } from "../frame/frameStorage";
import type { Translate } from "../messages/translate";
import { useChat, useLanguage } from "./ChatContext";

const COUNT_FROM_LEFT = 500;

type Props = {
  field: RefObject<HTMLTextAreaElement | null>;
  storage: FrameStorage;
  /** Whether one more message can wait to be sent. */
  hasRoom: boolean;
  category: Outgoing["category"];
  /** Whether the next message begins another request. */
  isSomethingElse: boolean;
  onSomethingElse: (isSomethingElse: boolean) => void;
};

/** The message field. Enter sends, Shift+Enter starts a line, and an input method keeps its own Enter. */
export function Composer({ field, storage, hasRoom, category, isSomethingElse, onSomethingElse }: Props) {
  const chat = useChat();
  const { t } = useLanguage();
  const [text, setText] = useState(storage.draft);
  const [isRefused, setRefused] = useState(false);
  const isFull = isRefused && !hasRoom;
  const left =
    CUSTOMER_MESSAGE_LENGTH_MAX - (text.length < CUSTOMER_MESSAGE_LENGTH_MAX / 2 ? text.length : graphemeCount(text));
  const over = signsOver(text, CUSTOMER_MESSAGE_LENGTH_MAX);
  const isSendable = isVisible(text) && over === 0;

  const keep = (draft: string) => {
    setText(draft);
    storage.keepDraft(draft);
  };
  const send = () => {
    if (isSendable) {
      const isTaken = chat.write(text, category, isSomethingElse);
      setRefused(!isTaken);
      if (isTaken) {
        keep("");
        onSomethingElse(false);
      }
    }
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (pressedKey(event) !== "Enter" || event.shiftKey) return;
    event.preventDefault();
    send();
  };

  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <p role="status" class={isFull || left < COUNT_FROM_LEFT ? (over > 0 ? "meta bad" : "meta") : "hidden"}>
        {isFull ? t("tooMany") : left < COUNT_FROM_LEFT && roomWords(t, left, over)}
      </p>
      {isSomethingElse && (
        <p role="status" class="something-else">
          <span>{t("somethingElseHint")}</span>
          <button
            type="button"
            class="link"
            onClick={() => {
              onSomethingElse(false);
              field.current?.focus();
            }}
          >
            {t("somethingElseCancel")}
          </button>
        </p>
      )}
      <div class="writing">
        <textarea
          ref={field}
          // "auto" would make an empty field left-to-right, whatever the page's direction.
          dir={text === "" ? undefined : "auto"}
          rows={1}
          aria-label={t("composerLabel")}
          aria-describedby="composer-hint"
          placeholder={t("composerPlaceholder")}
          enterkeyhint="send"
          value={text}
          onInput={(event) => {
            keep(event.currentTarget.value);
            chat.typing();
          }}
          onKeyDown={onKeyDown}
        />
        <button type="submit" class="send" aria-label={t("send")} aria-disabled={!isSendable}>
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d="M12 19V5M5 12l7-7 7 7" />
          </svg>
        </button>
      </div>
      <p id="composer-hint" class="hidden">
        {t("composerHint")}
      </p>
    </form>
  );
}

/** Says how many characters are left or too many. Nothing is cut from the text. */
function roomWords(t: Translate, left: number, over: number): string {
  return over > 0 ? t("tooLong", { count: over }) : t("charactersLeft", { count: Math.max(0, left) });
}
