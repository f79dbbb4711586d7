"use client";

import { LogOut, UserRoundMinus, UserRoundPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, type RefObject, useEffect, useRef, useState } from "react";
import { useMe } from "@/client/me/MeGate";
import type { InteractionView, ParticipantView, PartyView } from "@/contract/views/conversationViews";
import type { DirectoryEntry } from "@/contract/views/organizationViews";
import { Button } from "@/ui/Button";
import { Select } from "@/ui/fields/Select";
import { IconButton } from "@/ui/IconButton";
import { Avatar } from "@/ui/marks/Avatar";
import { Dialog } from "@/ui/overlays/Dialog";
import { Notice } from "@/ui/states/Notice";
import { Moment } from "@/ui/time/Moment";
import { PartnerPicker } from "./PartnerPicker";
import { useParticipants } from "./useParticipants";

export type ParticipantsDialogProps = { interaction: InteractionView; onClose: () => void };

type Step =
  | { kind: "list"; isBack: boolean }
  | { kind: "invite" }
  | { kind: "leave" }
  | { kind: "remove"; party: PartyView };

const BACK: Step = { kind: "list", isBack: true };

/** Shows who takes part in an interaction, who was invited, and who declined and why. Changes it (O4, O5). */
export function ParticipantsDialog({ interaction, onClose }: ParticipantsDialogProps) {
  const t = useTranslations("backchannel.participants");
  const [step, setStep] = useState<Step>({ kind: "list", isBack: false });
  const inviteButton = useRef<HTMLButtonElement>(null);
  const deeds = useParticipants(interaction.id, () => setStep(BACK));
  const show = (next: Step) => {
    deeds.clear();
    setStep(next);
  };
  const isInternal = interaction.audience === "internal";
  const mayChange = interaction.viewer === "taking_part" && interaction.endedAt === null;
  return (
    <Dialog isOpen onOpenChange={onClose} title={t("label")} {...(mayChange ? { initialFocus: inviteButton } : {})}>
      <div className="flex flex-col gap-3">
        {deeds.refusal ? (
          <Notice tone="bad" role="alert">
            {deeds.refusal}
          </Notice>
        ) : null}
        {step.kind === "list" ? (
          <People
            interaction={interaction}
            mayChange={mayChange}
            isBack={step.isBack}
            inviteButton={inviteButton}
            onStep={show}
          />
        ) : null}
        {step.kind === "invite" ? (
          <InviteForm isBusy={deeds.isBusy} onInvite={deeds.invite} onCancel={() => show(BACK)} />
        ) : null}
        {step.kind === "leave" ? (
          <Confirm
            words={[t(isInternal ? "leaveTitle" : "leaveCustomerTitle"), t("leaveIntro"), t("leaveConfirm")]}
            isBusy={deeds.isBusy}
            onConfirm={deeds.leave}
            onCancel={() => show(BACK)}
          />
        ) : null}
        {step.kind === "remove" ? (
          <Confirm
            words={[t("removeTitle", { name: step.party.name }), t("removeIntro"), t("removeConfirm")]}
            isBusy={deeds.isBusy}
            onConfirm={() => deeds.remove(step.party)}
            onCancel={() => show(BACK)}
          />
        ) : null}
      </div>
    </Dialog>
  );
}

type PeopleProps = {
  interaction: InteractionView;
  mayChange: boolean;
  /** The viewer comes back from another step, whose buttons are gone. */
  isBack: boolean;
  inviteButton: RefObject<HTMLButtonElement | null>;
  onStep: (step: Step) => void;
};

function People({ interaction, mayChange, isBack, inviteButton, onStep }: PeopleProps) {
  const t = useTranslations("backchannel.participants");
  useEffect(() => {
    if (isBack) inviteButton.current?.focus();
  }, [isBack, inviteButton]);
  const { partyId } = useMe();
  const mayLeave = interaction.participants.some(({ party, mayRemove }) => party.id === partyId && mayRemove);
  return (
    <>
      <ul className="flex flex-col">
        {interaction.participants.map((participant) => (
          <li key={`${participant.party.id} ${participant.status}`} className="flex min-h-10 items-center gap-2">
            <Avatar name={participant.party.name} isInternal={participant.party.kind !== "contact"} />
            <span className="min-w-0 flex-1">
              <span dir="auto" className="block truncate">
                {participant.party.id === partyId ? t("you") : participant.party.name}
              </span>
              <span className="block text-fg-3 text-meta">
                <Standing participant={participant} />
              </span>
            </span>
            {participant.mayRemove && participant.party.id !== partyId ? (
              <IconButton
                isPlain
                label={t("remove", { name: participant.party.name })}
                icon={<UserRoundMinus className="size-4" aria-hidden="true" />}
                onClick={() => onStep({ kind: "remove", party: participant.party })}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {mayChange ? (
        <div className="flex justify-end gap-2">
          {mayLeave ? (
            <Button icon={<LogOut className="size-4" aria-hidden="true" />} onClick={() => onStep({ kind: "leave" })}>
              {t("leave")}
            </Button>
          ) : null}
          <Button
            ref={inviteButton}
            look="internal"
            icon={<UserRoundPlus className="size-4" aria-hidden="true" />}
            onClick={() => onStep({ kind: "invite" })}
          >
            {t("invite")}
          </Button>
        </div>
      ) : null}
    </>
  );
}

function Standing({ participant }: { participant: ParticipantView }) {
  const t = useTranslations("backchannel.participants");
  const { status, declineReason, leftAt, party } = participant;
  if (status === "invited") return t("waiting");
  if (status === "declined") return declineReason ? t("declinedWith", { reason: declineReason }) : t("declined");
  if (status === "left" && leftAt) return t.rich("left", { at: () => <Moment at={leftAt} /> });
  return party.kind === "team" ? t("team") : null;
}

type InviteFormProps = {
  isBusy: boolean;
  onInvite: (entry: DirectoryEntry, showFrom: "now" | "start") => void;
  onCancel: () => void;
};

function InviteForm({ isBusy, onInvite, onCancel }: InviteFormProps) {
  const t = useTranslations("backchannel.participants");
  const [chosen, setChosen] = useState<DirectoryEntry[]>([]);
  const [showFrom, setShowFrom] = useState<"now" | "start">("now");
  const [entry] = chosen;
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (entry) onInvite(entry, showFrom);
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-3">
      <PartnerPicker isSingle fieldRef={field} chosen={chosen} onChange={setChosen} />
      <Select
        label={t("showFrom")}
        value={showFrom}
        onChange={setShowFrom}
        options={[
          { value: "now", label: t("fromNow") },
          { value: "start", label: t("fromStart") },
        ]}
      />
      <div className="flex justify-end gap-2">
        <Button onClick={onCancel}>{t("cancel")}</Button>
        <Button type="submit" look="internal" isBusy={isBusy} disabled={!entry}>
          {t("inviteConfirm")}
        </Button>
      </div>
    </form>
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
    <form onSubmit={submit} className="flex flex-col gap-3">
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
