import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { CategoryPicks as Picks } from "../../conversation/categoryPicks";
import { useChat, useFocusComposer, useLanguage } from "../ChatContext";

/** The question for the category (R8): the likely topics, the others on demand, and "none of these". */
export function CategoryPicks({ first, rest }: Picks) {
  const chat = useChat();
  const focusComposer = useFocusComposer();
  const { t } = useLanguage();
  const [stage, setStage] = useState<"asking" | "sending" | "failed">("asking");
  const [isWide, setWide] = useState(false);
  const opened = useRef<HTMLButtonElement>(null);
  // The "Something else" button goes away when the others come. The focus must not go with it.
  useLayoutEffect(() => {
    if (isWide) opened.current?.focus();
  }, [isWide]);
  const pick = (categoryId: string | null) => {
    if (stage === "sending") return;
    setStage("sending");
    chat.pickCategory(categoryId).then(focusComposer, () => setStage("failed"));
  };
  const hidesRest = rest.length > 0 && !isWide;
  return (
    <fieldset class="card" aria-busy={stage === "sending"}>
      <legend class="hidden">{t("pickTitle")}</legend>
      <p class="strong" aria-hidden="true">
        {t("pickTitle")}
      </p>
      <div class="picks">
        {[...first, ...(isWide ? rest : [])].map(({ id, name }) => (
          <button
            key={id}
            type="button"
            class="pick"
            ref={isWide && id === rest[0]?.id ? opened : null}
            onClick={() => pick(id)}
          >
            {name}
          </button>
        ))}
        <button
          key={hidesRest ? "rest" : "none"}
          type="button"
          class="pick"
          onClick={() => (hidesRest ? setWide(true) : pick(null))}
        >
          {t(isWide ? "pickNone" : "pickElse")}
        </button>
      </div>
      <p role="alert" class="bad">
        {stage === "failed" ? t("pickFailed") : ""}
      </p>
    </fieldset>
  );
}
