"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useErrorText } from "@/client/errors/useErrorText";
import { useTRPC } from "@/client/trpc";
import { useSingleMutation } from "@/client/useSingleMutation";
import { ESCALATION_REASON_LENGTH_MAX } from "@/contract/inputs/limits";
import { signsOver } from "@/domain/text/graphemes";
import { Button } from "@/ui/Button";
import { TextArea } from "@/ui/fields/TextArea";
import { Dialog } from "@/ui/overlays/Dialog";
import { useToast } from "@/ui/overlays/useToast";
import { Notice } from "@/ui/states/Notice";
import { useWhyHeld } from "./useWhyHeld";

const SUGGESTIONS = ["upset", "authority", "late", "safety"] as const;

export type EscalateDialogProps = { sequenceId: string; onClose: () => void };

/** Escalates a request to a supervisor, with a reason (O8, R16). */
export function EscalateDialog({ sequenceId, onClose }: EscalateDialogProps) {
  const t = useTranslations("conversation.escalate");
  const changed = useTranslations("conversation.changed");
  const trpc = useTRPC();
  const toast = useToast();
  const errorText = useErrorText();
  const whyHeld = useWhyHeld();
  const field = useRef<HTMLTextAreaElement>(null);
  const [reason, setReason] = useState("");
  const [wasRefused, setRefused] = useState(false);
  const escalate = useSingleMutation(
    trpc.sequence.escalate.mutationOptions({
      onSuccess: ({ isHandedOver, heldBy }) => {
        const title = isHandedOver ? changed("escalated") : changed("escalationWaits", { why: whyHeld(heldBy) });
        toast.show({ title, tone: isHandedOver ? "ok" : "warn" });
        onClose();
      },
    }),
  );
  const isEmpty = reason.trim() === "";
  const submit = () => {
    if (isEmpty) return setRefused(true);
    if (signsOver(reason, ESCALATION_REASON_LENGTH_MAX) === 0) escalate.mutate({ sequenceId, reason: reason.trim() });
  };
  return (
    <Dialog
      isOpen
      initialFocus={field}
      onOpenChange={onClose}
      onSubmit={submit}
      title={t("title")}
      description={t("intro")}
      footer={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button look="primary" isBusy={escalate.isPending} onClick={submit}>
            {t("submit")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <TextArea
          ref={field}
          isRequired
          label={t("reason")}
          value={reason}
          lengthMax={ESCALATION_REASON_LENGTH_MAX}
          onChange={(event) => setReason(event.target.value)}
          error={wasRefused && isEmpty ? t("reasonRequired") : undefined}
        />
        <div className="flex flex-wrap gap-1">
          {SUGGESTIONS.map((each) => (
            <Button key={each} size="compact" onClick={() => setReason(t(`suggestions.${each}`))}>
              {t(`suggestions.${each}`)}
            </Button>
          ))}
        </div>
        {escalate.error ? (
          <Notice tone="bad" role="alert">
            {errorText(escalate.error)}
          </Notice>
        ) : null}
      </div>
    </Dialog>
  );
}
