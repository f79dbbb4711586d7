"use client";

import { useFormatter, useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { useMe } from "@/client/me/MeGate";
import type { InteractionView } from "@/contract/views/conversationViews";
import { Composer } from "@/features/conversation/composer/Composer";
import { useComposers } from "@/features/conversation/composer/ComposerRegistry";
import { Button } from "@/ui/Button";
import { Notice } from "@/ui/states/Notice";
import { InvitationButtons } from "../invitation/InvitationButtons";
import type { Ending } from "./useEnding";

/** The composer of a backchannel, the answer to an invitation, or why nothing can be written here. */
export function BackchannelFoot({ interaction, ending }: { interaction: InteractionView; ending: Ending }) {
  const t = useTranslations("backchannel");
  const composer = useTranslations("conversation.composer");
  const composers = useComposers();
  const people = usePeopleIn(interaction);
  const [isDeclining, setDeclining] = useState(false);
  if (interaction.endedAt !== null) {
    const reopen = ending.reopen ? (
      <Button isBusy={ending.isBusy} onClick={ending.reopen}>
        {t("ending.reopen")}
      </Button>
    ) : null;
    return <Standing words={composer("ended")} action={reopen} />;
  }
  switch (interaction.viewer) {
    case "taking_part":
      return <Composer key={interaction.id} interaction={interaction} name={people} sequence={null} />;
    case "invited":
      return (
        <div data-keep-clear className="m-3 flex shrink-0 flex-col gap-2 rounded-card bg-surface p-3">
          <p className="text-table">{t("invitation.waitingBody")}</p>
          <InvitationButtons
            interactionId={interaction.id}
            onAccepted={() => composers.whenThere(interaction.id, ({ focus }) => focus())}
            isDeclining={isDeclining}
            onDeclining={setDeclining}
          />
        </div>
      );
    case "took_part":
      return <Standing words={t("page.tookPart")} />;
    case "privileged":
      return <Standing words={t("page.privileged")} />;
  }
}

function Standing({ words, action = null }: { words: string; action?: ReactNode }) {
  return (
    <div data-keep-clear className="shrink-0 p-3">
      <Notice tone="neutral" action={action}>
        {words}
      </Notice>
    </div>
  );
}

/** The names of who will read a message: the other participants, or the invited if nobody else takes part. */
function usePeopleIn({ participants }: InteractionView): string {
  const t = useTranslations("backchannel");
  const format = useFormatter();
  const { partyId } = useMe();
  const namesOf = (wanted: "taking_part" | "invited") =>
    participants.flatMap(({ party, status }) => (status === wanted && party.id !== partyId ? party.name : []));
  const present = namesOf("taking_part");
  const names = present.length > 0 ? present : namesOf("invited");
  return names.length > 0 ? format.list(names) : t("nobodyElse");
}
