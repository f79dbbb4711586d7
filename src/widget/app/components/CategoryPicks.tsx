import { useState } from "preact/hooks";
import type { CustomerConversation } from "@/domain/views/customerViews";
import { useChat, useFocusComposer, useLanguage } from "../ChatContext";

/** The question what the matter is about (R8), with one button per topic and one for anything else. */
export function CategoryPicks({ offered }: { offered: CustomerConversation["offeredCategories"] }) {
  const chat = useChat();
  const focusComposer = useFocusComposer();
  const { t } = useLanguage();
  const [stage, setStage] = useState<"asking" | "sending" | "failed">("asking");
  const pick = (categoryId: string | null) => {
    if (stage === "sending") return;
    setStage("sending");
    chat.pickCategory(categoryId).then(focusComposer, () => setStage("failed"));
  };
  return (
    <fieldset class="card" aria-busy={stage === "sending"}>
      <legend class="hidden">{t("pickTitle")}</legend>
      <p class="strong" aria-hidden="true">
        {t("pickTitle")}
      </p>
      <div class="picks">
        {[...offered, { id: null, name: t("pickElse") }].map(({ id, name }) => (
          <button key={id} type="button" class="pick" onClick={() => pick(id)}>
            {name}
          </button>
        ))}
      </div>
      <p role="alert" class="bad">
        {stage === "failed" ? t("pickFailed") : ""}
      </p>
    </fieldset>
  );
}
