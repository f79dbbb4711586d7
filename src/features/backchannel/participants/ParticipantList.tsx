"use client";

import { LogOut, UserRoundMinus, UserRoundPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { type RefObject, useEffect } from "react";
import { useMe } from "@/client/me/MeGate";
import type { InteractionView, ParticipantView, PartyView } from "@/contract/views/conversationViews";
import { Button } from "@/ui/Button";
import { IconButton } from "@/ui/IconButton";
import { Avatar } from "@/ui/marks/Avatar";
import { Moment } from "@/ui/time/Moment";

/** What the dialog shows: the list of participants, or a form that comes after it. */
export type Step =
  | { kind: "list"; isBack: boolean }
  | { kind: "invite" }
  | { kind: "leave" }
  | { kind: "remove"; party: PartyView };

export type ParticipantListProps = {
  interaction: InteractionView;
  mayChange: boolean;
  /** The viewer comes back from another step, whose buttons are gone. */
  isBack: boolean;
  inviteButton: RefObject<HTMLButtonElement | null>;
  onStep: (step: Step) => void;
};

/** Lists the participants, and offers to invite, to remove and to leave as far as the viewer may. */
export function ParticipantList({ interaction, mayChange, isBack, inviteButton, onStep }: ParticipantListProps) {
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
