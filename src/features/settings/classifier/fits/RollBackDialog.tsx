"use client";

import { useTranslations } from "next-intl";
import { useErrorText } from "@/client/errors/useErrorText";
import { useTRPC } from "@/client/trpc";
import { useSingleMutation } from "@/client/useSingleMutation";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/overlays/Dialog";
import { useToast } from "@/ui/overlays/useToast";

export type RollBackDialogProps = {
  /** The version to go back to; null while the dialog is closed. */
  version: number | null;
  onClose: () => void;
  onDone: () => void;
};

/** Asks for confirmation before an earlier version becomes live again. */
export function RollBackDialog({ version, onClose, onDone }: RollBackDialogProps) {
  const t = useTranslations("settings.quality.versions");
  const trpc = useTRPC();
  const toast = useToast();
  const errorText = useErrorText();
  const { mutate, isPending } = useSingleMutation(
    trpc.classifier.rollBack.mutationOptions({
      onSuccess(_, asked) {
        toast.show({ title: t("done", asked), tone: "ok" });
        onClose();
        onDone();
      },
      onError: (error) => void toast.show({ title: errorText(error), tone: "bad" }),
    }),
  );
  if (version === null) return null;
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={t("dialogTitle", { version })}
      footer={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button look="primary" isBusy={isPending} onClick={() => mutate({ version })}>
            {t("confirm")}
          </Button>
        </>
      }
    >
      <p>{t("dialogText")}</p>
    </Dialog>
  );
}
