"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, useRef, useState } from "react";
import { DECLINE_REASON_LENGTH_MAX } from "@/contract/inputs/limits";
import { signsOver } from "@/domain/text/graphemes";
import { Button } from "@/ui/Button";
import { TextField } from "@/ui/fields/TextField";
import { pressedKey } from "@/ui/keys/pressedKey";
import { useAnswerInvitation } from "./useAnswerInvitation";

const REASONS = ["busy", "wrongTeam", "moreContext"] as const;

export type InvitationButtonsProps = {
  interactionId: string;
  onAccepted: () => void;
  isDeclining: boolean;
  onDeclining: (isDeclining: boolean) => void;
};

/** Accepts an invitation, or declines it with a reason that the inviter is told (O5). */
export function InvitationButtons({ interactionId, onAccepted, isDeclining, onDeclining }: InvitationButtonsProps) {
  const t = useTranslations("backchannel.invitation");
  const answer = useAnswerInvitation(interactionId, onAccepted);
  const returnsFocus = useRef(false);
  if (isDeclining) {
    const cancel = () => {
      returnsFocus.current = true;
      onDeclining(false);
    };
    return <DeclineForm isBusy={answer.isBusy} onDecline={answer.decline} onCancel={cancel} />;
  }
  return (
    <div className="flex flex-wrap justify-end gap-2">
      <Button
        ref={(button) => {
          if (returnsFocus.current) button?.focus();
          returnsFocus.current = false;
        }}
        size="compact"
        onClick={() => onDeclining(true)}
      >
        {t("decline")}
      </Button>
      <Button size="compact" look="internal" isBusy={answer.isBusy} onClick={answer.accept}>
        {t("accept")}
      </Button>
    </div>
  );
}

type DeclineFormProps = { isBusy: boolean; onDecline: (reason: string) => void; onCancel: () => void };

function DeclineForm({ isBusy, onDecline, onCancel }: DeclineFormProps) {
  const t = useTranslations("backchannel.invitation");
  const [reason, setReason] = useState("");
  const leave = (event: KeyboardEvent) => {
    if (pressedKey(event) !== "Escape") return;
    event.preventDefault();
    onCancel();
  };
  return (
    <form
      method="post"
      className="flex flex-col gap-2"
      onKeyDown={leave}
      onSubmit={(event) => {
        event.preventDefault();
        if (signsOver(reason, DECLINE_REASON_LENGTH_MAX) === 0) onDecline(reason.trim());
      }}
    >
      <TextField
        autoFocus
        label={t("declineTitle")}
        hint={t("reasonHint")}
        value={reason}
        lengthMax={DECLINE_REASON_LENGTH_MAX}
        onChange={(event) => setReason(event.target.value)}
      />
      <div className="flex flex-wrap gap-1">
        {REASONS.map((each) => (
          <Button key={each} size="compact" onClick={() => setReason(t(`reasons.${each}`))}>
            {t(`reasons.${each}`)}
          </Button>
        ))}
      </div>
      <div className="flex justify-end gap-2">
        <Button size="compact" onClick={onCancel}>
          {t("cancel")}
        </Button>
        <Button size="compact" look="danger" type="submit" isBusy={isBusy}>
          {t("declineConfirm")}
        </Button>
      </div>
    </form>
  );
}
