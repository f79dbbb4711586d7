"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { InteractionView } from "@/contract/views/conversationViews";
import type { SequenceView } from "@/contract/views/requestViews";
import { Button } from "@/ui/Button";
import { Notice } from "@/ui/states/Notice";
import { Composer } from "../conversation/composer/Composer";
import type { SequenceActions } from "./useSequenceActions";

export type ReplyAreaProps = {
  sequence: SequenceView;
  interaction: InteractionView;
  actions: SequenceActions;
  onClosing: () => void;
};

/** The composer for the customer; or, if the viewer cannot write, the reason and what they can do about it. */
export function ReplyArea({ sequence, interaction, actions, onClosing }: ReplyAreaProps) {
  const t = useTranslations("conversation.composer");
  const header = useTranslations("conversation.header");
  const { may, customer } = sequence;
  if (sequence.state === "closed") {
    return (
      <Instead
        words={`${t("closed")} ${t("closedHint")}`}
        action={may.change ? <Button onClick={() => actions.setState("open")}>{t("reopen")}</Button> : null}
      />
    );
  }
  const wordsInstead = () => {
    if (may.take) return t("notYoursTake");
    return interaction.viewer === "privileged" ? header("readOnly") : t("notYours");
  };
  if (may.reply && interaction.viewer === "taking_part")
    return (
      <Composer
        key={interaction.id}
        interaction={interaction}
        name={customer.name}
        sequence={sequence}
        onClosing={onClosing}
      />
    );
  return (
    <Instead
      words={wordsInstead()}
      action={
        may.take ? (
          <Button look="primary" isBusy={actions.isTaking} onClick={actions.take}>
            {t("take")}
          </Button>
        ) : null
      }
    />
  );
}

function Instead({ words, action }: { words: string; action: ReactNode }) {
  return (
    <div data-keep-clear className="shrink-0 border-line border-t p-3">
      <Notice tone="neutral" action={action}>
        {words}
      </Notice>
    </div>
  );
}
