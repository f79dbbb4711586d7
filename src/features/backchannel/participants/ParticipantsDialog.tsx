"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useRef, useState } from "react";
import type { InteractionView } from "@/contract/views/conversationViews";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/overlays/Dialog";
import { Notice } from "@/ui/states/Notice";
import { InviteForm } from "./InviteForm";
import { ParticipantList, type Step } from "./ParticipantList";
import { useParticipants } from "./useParticipants";

export type ParticipantsDialogProps = { interaction: InteractionView; onClose: () => void };

const BACK: Step = { kind: "list", isBack: true };

/** Shows who takes part in an interaction, who was invited, and who declined and why. Changes it (O4, O5). */
export function ParticipantsDialog({ interaction, onClose }: ParticipantsDialogProps) {
  const t = useTranslations("backchannel.participants");
  const [step, setStep] = useState<Step>({ kind: "list", isBack: false });
  const inviteButton = useRef<HTMLButtonElement>(null);
  const actions = useParticipants(interaction.id, () => setStep(BACK));
  const show = (next: Step) => {
    actions.clear();
    setStep(next);
  };
  const isInternal = interaction.audience === "internal";
  const mayChange = interaction.viewer === "taking_part" && interaction.endedAt === null;
  return (
    <Dialog isOpen onOpenChange={onClose} title={t("label")} {...(mayChange ? { initialFocus: inviteButton } : {})}>
      <div className="flex flex-col gap-3">
        {actions.refusal ? (
          <Notice tone="bad" role="alert">
            {actions.refusal}
          </Notice>
        ) : null}
        {step.kind === "list" ? (
          <ParticipantList
            interaction={interaction}
            mayChange={mayChange}
            isBack={step.isBack}
            inviteButton={inviteButton}
            onStep={show}
          />
        ) : null}
        {step.kind === "invite" ? (
          <InviteForm isBusy={actions.isBusy} onInvite={actions.invite} onCancel={() => show(BACK)} />
        ) : null}
        {step.kind === "leave" ? (
          <Confirm
            words={[t(isInternal ? "leaveTitle" : "leaveCustomerTitle"), t("leaveIntro"), t("leaveConfirm")]}
            isBusy={actions.isBusy}
            onConfirm={actions.leave}
            onCancel={() => show(BACK)}
          />
        ) : null}
        {step.kind === "remove" ? (
          <Confirm
            words={[t("removeTitle", { name: step.party.name }), t("removeIntro"), t("removeConfirm")]}
            isBusy={actions.isBusy}
            onConfirm={() => actions.remove(step.party)}
            onCancel={() => show(BACK)}
          />
        ) : null}
      </div>
    </Dialog>
  );
}

type ConfirmProps = {
  words: readonly [title: string, intro: string, confirm: string];
  isBusy: boolean;
  onConfirm: () => void;
  onCancel: () => void;
};

function Confirm({ words: [title, intro, confirm], isBusy, onConfirm, onCancel }: ConfirmProps) {
  const t = useTranslations("backchannel.participants");
  const wayOut = useRef<HTMLButtonElement>(null);
  useEffect(() => wayOut.current?.focus(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onConfirm();
  };
  return (
    <form method="post" onSubmit={submit} className="flex flex-col gap-3">
      <h3 className="font-medium">{title}</h3>
      <p className="text-fg-2">{intro}</p>
      <div className="flex justify-end gap-2">
        <Button ref={wayOut} onClick={onCancel}>
          {t("cancel")}
        </Button>
        <Button type="submit" look="danger" isBusy={isBusy}>
          {confirm}
        </Button>
      </div>
    </form>
  );
}
