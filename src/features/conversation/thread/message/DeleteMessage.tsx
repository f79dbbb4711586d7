"use client";

import { useTranslations } from "next-intl";
import { useErrorText } from "@/client/errors/useErrorText";
import { useTRPC } from "@/client/trpc";
import { useSingleMutation } from "@/client/useSingleMutation";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/overlays/Dialog";
import { Notice } from "@/ui/states/Notice";

export type DeleteMessageProps = { messageId: string; isOpen: boolean; onOpenChange: (isOpen: boolean) => void };

/** Asks for confirmation before a message is deleted, since that cannot be undone. */
export function DeleteMessage({ messageId, isOpen, onOpenChange }: DeleteMessageProps) {
  const t = useTranslations("conversation.thread");
  const trpc = useTRPC();
  const errorText = useErrorText();
  const removal = useSingleMutation(trpc.interaction.remove.mutationOptions({ onSuccess: () => onOpenChange(false) }));
  if (!isOpen) return null;
  return (
    <Dialog
      isOpen
      onOpenChange={onOpenChange}
      onSubmit={() => removal.mutate({ messageId })}
      size="small"
      title={t("deleteTitle")}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>{t("cancel")}</Button>
          <Button look="danger" isBusy={removal.isPending} onClick={() => removal.mutate({ messageId })}>
            {t("deleteConfirm")}
          </Button>
        </>
      }
    >
      <p>{t("deleteIntro")}</p>
      {removal.error ? (
        <Notice tone="bad" role="alert">
          {errorText(removal.error)}
        </Notice>
      ) : null}
    </Dialog>
  );
}
